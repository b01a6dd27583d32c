import type { Block } from '../../blocks/block.js';
import type { Division } from '../division.js';
import type { Evidence, Genre, GenreInput } from '../genre.js';
import { isCapitals } from '../line-kinds.js';
import { nestSections, sectionsOf, type Section } from '../sections.js';
import { speeches, stageDirection } from '../speeches.js';
import { documentTop } from '../title.js';

const title =
  /(?:^|\s)(?:stenograph(?:ic|ical)|stenogram|shorthand|verbatim|transcript|stenographisch|stenogra(?:mm|phie)|wortprotokoll|sténographique|sténogramme|verbatim|стенограмм|стенографическ|gyorsírás|stenogram)/iu;

/** A heading that announces who speaks under it: "SPEECH OF COM. N. S. KHRUSHCHEV", "Rede des Genossen Ulbricht". */
const speechHeading =
  /(?:^|\s)(?:speech|address|statement|report|remarks|closing\s+(?:words|speech))\s+(?:of|by)\s|(?:^|\s)(?:rede|ansprache|bericht|referat|schlusswort)\s+(?:des|der|von)\s|(?:^|\s)(?:discours|allocution|rapport|intervention)\s+(?:de|du|d['’])|(?:^|\s)(?:речь|выступление|доклад|заключительное\s+слово)\s|(?:beszéde|felszólalása|beszámolója)$/iu;

/** A stenographic record: every word that was said, who said it, and what the hall did. */
export const stenographicRecord: Genre = {
  name: 'stenographic-record',
  evidence: (input): readonly Evidence[] => {
    const found: Evidence[] = [];
    const heads = [...input.document.catalogue, ...input.blocks.slice(0, 4)];
    const headed = heads.find((block) => block.text.length < 250 && title.test(block.text));
    if (headed !== undefined) found.push({ observation: `a title says so: "${headed.text}"`, weight: 2.5 });
    const labels = [...input.labels.values()];
    const plain = labels.filter(
      (label) => label.shape === 'capitals' || label.shape === 'colon' || label.shape === 'bracket',
    ).length;
    if (plain >= 4) found.push({ observation: `${plain} paragraphs begin with a speaker's name`, weight: 1.5 });
    const collective = labels.filter((label) => label.collective).length;
    if (collective > 0)
      found.push({
        observation: `voices from the hall speak ${collective === 1 ? 'once' : `${collective} times`}`,
        weight: 1.5,
      });
    const directions = input.blocks.filter((block) => stageDirection(block) !== undefined).length;
    if (directions > 0)
      found.push({ observation: `${directions} stage directions stand in lines of their own`, weight: 1 });
    return found;
  },
  structure: (input): Division[] => {
    const top = documentTop(input);
    const rest = input.blocks.slice(top.next);
    const sections = sectionsOf(rest, input.language, (block) => {
      if (input.labels.has(block) || stageDirection(block) !== undefined) return true;
      // Speakers fall silent without a full stop; in a record only a marked or capital line, or one that says so, heads.
      return (
        block.kind !== 'heading' &&
        block.emphasis !== 'bold' &&
        !isCapitals(block.text) &&
        !speechHeading.test(block.text)
      );
    });
    return [
      ...top.parts,
      ...nestSections(sections, { headed: 'speech', opened: 'part' }, (section) =>
        sectionParts(input, section, section === sections[0] ? input.blocks[top.next - 1] : undefined),
      ),
    ];
  },
};

/** @param title the document's title, for the section that stands directly under it */
function sectionParts(input: GenreInput, section: Section, title: Block | undefined): Division[] {
  const heading = section.heads[0] ?? title;
  const opensSpeech = heading !== undefined && speechHeading.test(heading.text);
  return speeches(input, section.blocks, opensSpeech);
}
