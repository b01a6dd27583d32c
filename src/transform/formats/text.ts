import { commonParameters, type OutputFormat } from '../format.js';
import { layOut } from '../layout.js';

/** Plain text in lines: `<item>x</item>` → `- x`. */
export const text: OutputFormat = {
  name: 'text',
  extension: '.txt',
  mediaType: 'text/plain',
  stylesheet: 'text',
  parameters: {
    ...commonParameters,
    header: {
      type: 'string',
      default: 'title',
      values: ['none', 'title', 'full'],
      description: 'how much of the TEI header is printed before the text',
    },
    width: { type: 'integer', default: 80, description: 'characters a line; 0: a paragraph is one line' },
  },
  finish: (result, parameters) => layOut(result, Number(parameters['width'])),
  readableText: (output) => output,
};
