import type { Recognizer } from './recognizer.js';
import { bibliographicReferences } from './recognizers/bibliographic-references.js';
import { brackets } from './recognizers/brackets.js';
import { crossReferences } from './recognizers/cross-references.js';
import { dittoMarks } from './recognizers/ditto-marks.js';
import { organisations } from './recognizers/names/organisation.js';
import { persons } from './recognizers/names/person.js';
import { places } from './recognizers/names/place.js';
import { offices } from './recognizers/offices.js';
import { omissions } from './recognizers/omissions.js';
import { printingErrors } from './recognizers/printing-errors.js';
import { quotations } from './recognizers/quotations.js';
import { shelfmarks } from './recognizers/shelfmarks.js';
import { stageDirections } from './recognizers/stage-directions.js';

/**
 * The recognisers. Each reads the same passages and knows nothing of the others, so their order decides nothing but
 * the order of their messages; what overlaps is settled afterwards (`refiners/overlaps.ts`).
 */
export const recognizers: readonly Recognizer[] = [
  brackets,
  omissions,
  stageDirections,
  quotations,
  printingErrors,
  dittoMarks,
  shelfmarks,
  bibliographicReferences,
  crossReferences,
  persons,
  places,
  organisations,
  offices,
];
