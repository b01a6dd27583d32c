import { commonParameters, type OutputFormat } from '../format.js';
import { readMarkup } from '../markup.js';

/** An `article` of semantic HTML for a page to hold: `<p><hi rend="italic">x</hi></p>` → `<p …><span class="tei-hi tei-rend-italic">x</span></p>`. */
export const html: OutputFormat = {
  name: 'html',
  extension: '.html',
  mediaType: 'text/html',
  stylesheet: 'html',
  parameters: {
    ...commonParameters,
    header: {
      type: 'string',
      default: 'none',
      values: ['none', 'title', 'full'],
      description: 'how much of the TEI header the article shows',
    },
    'id-prefix': { type: 'string', default: '', description: 'put before every id, for several articles on one page' },
    permalinks: {
      type: 'boolean',
      default: false,
      description: 'paragraphs, speeches and notes with an id get a link to themselves',
    },
    'persons-page': { type: 'string', default: '', description: 'address of the page that names of persons link to' },
    'places-page': { type: 'string', default: '', description: 'address of the page that names of places link to' },
    'organisations-page': {
      type: 'string',
      default: '',
      description: 'address of the page that names of organisations link to',
    },
    'chronology-page': {
      type: 'string',
      default: '',
      description: 'address of the page that dates link to, by ids such as day:1956-10-30',
    },
    'register-ids': {
      type: 'string',
      default: '',
      description:
        'ids that those pages have, divided by spaces; other names become no links. One on another page stands with its ' +
        'page: ../persons/n.html#nagy. Empty: all are taken to be there',
    },
  },
  finish: (result) => result,
  readableText: (output) => {
    const pieces: string[] = [];
    readMarkup(output, { text: (piece) => pieces.push(piece) });
    return pieces.join('');
  },
};
