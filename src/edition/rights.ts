import { z } from 'zod';
import { words } from './yaml-values.js';

/** Who may do what, layer by layer: the document itself, its translation, and what this edition added. */
export interface Rights {
  readonly original?: string;
  readonly translation?: string;
  readonly encoding?: string;
}

/** Rights as they stand in edition.yaml or a sidecar. */
export const rightsSchema = z
  .strictObject({ original: words.optional(), translation: words.optional(), encoding: words.optional() })
  .transform((value) => Object.fromEntries(Object.entries(value).filter(([, said]) => said !== undefined)) as Rights);
