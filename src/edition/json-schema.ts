import { z } from 'zod';
import { decisionSchema } from './decision.js';
import { editionSchema } from './edition.js';
import { sidecarSchema } from './sidecar.js';

/** The files of an edition that have a JSON Schema, by the name that the schema's file begins with. */
export const configurationSchemas = { edition: editionSchema, sidecar: sidecarSchema } as const;

/**
 * The JSON Schema (draft 7, which editors know best) of a configuration file, for editors that complete and check YAML while one types.
 * It allows what the reader allows, seen with the eyes of YAML 1.2: `1956` is a number there, and `true` no text.
 * What no schema can say (that a date is one of the calendar, that a decision decides one thing) the reader checks.
 */
export function jsonSchemaOf(name: keyof typeof configurationSchemas): object {
  const schema = z.toJSONSchema(configurationSchemas[name], {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === decisionSchema) jsonSchema.minProperties = 2;
      asWritten(jsonSchema);
    },
  });
  return { ...schema, title: name === 'edition' ? 'edition.yaml of Editio' : 'A sidecar of Editio' };
}

type Written = z.core.JSONSchema.BaseSchema;

/** Changes a schema of texts to one of what stands in YAML. */
function asWritten(schema: Written): void {
  if (schema['oneOrMore'] === true) {
    const { items } = schema;
    delete schema['oneOrMore'];
    delete schema.type;
    delete schema.items;
    schema.anyOf = [
      ...(typeof items === 'object' && !Array.isArray(items) ? [items] : []),
      { type: 'array', ...(items === undefined ? {} : { items }) },
    ];
  }
  const words = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (words?.includes('true') === true) {
    delete schema.type;
    delete schema.const;
    schema.enum = words.map((word) => word === 'true');
  } else if (schema.pattern?.includes('\\p{') === true) {
    // Patterns of JSON Schema may not know Unicode's properties: an identifier begins with no digit and has no blank.
    schema.pattern = '^[^\\s\\d.:-][^\\s:]*$';
  } else if (schema.type === 'string' && words === undefined && schema.pattern === undefined) {
    schema.type = ['string', 'number'] as unknown as 'string';
  }
}
