import type { Diagnosis } from './diagnosis.js';
import type { ValueKind } from './datatypes.js';

/** Languages that editions are in, for those who write a name where its tag is wanted. */
const languageTags =
  'en de fr ru hu es it pl la el grc cs sk uk ro sr hr sl bg nl sv da no fi et lv lt pt ca ga cy yi he ar fa tr ka hy zh ja ko sa hi';

/** What is wrong with a value of a kind other than a date. */
export function diagnoseWord(kind: ValueKind, value: string): Diagnosis {
  switch (kind) {
    case 'name':
      return diagnoseName(value);
    case 'word':
      return /\s/.test(value.trim())
        ? { reason: 'it has a blank in it', meant: value.trim().replace(/\s+/g, '-') }
        : {};
    case 'address':
      return diagnoseAddress(value);
    case 'language':
      return diagnoseLanguage(value);
    case 'truth':
      return diagnoseTruth(value);
    case 'number':
    case 'whole-number':
      return diagnoseNumber(value);
    case 'date':
    case 'duration':
    case 'other':
      return {};
  }
}

/** XML names (Namespaces in XML, section 3: NCName). */
function diagnoseName(value: string): Diagnosis {
  const text = value.trim();
  const safe = text
    .replace(/^#/, '')
    .replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '-')
    .replace(/-$/, '');
  const meant = /^[\p{L}_]/u.test(safe) ? safe : `_${safe.replace(/^[.-]+/, '')}`;
  const proposal = meant === '_' || meant === text ? {} : { meant };
  if (text.startsWith('#')) return { reason: 'the "#" belongs to what points to it', ...proposal };
  if (/\s/.test(text)) return { reason: 'it has a blank in it', ...proposal };
  if (/^[\p{N}.-]/u.test(text)) return { reason: `it begins with "${text.charAt(0)}"`, ...proposal };
  const foreign = Array.from(text).find((character) => !/[\p{L}\p{N}\p{M}._-]/u.test(character));
  return foreign === undefined ? proposal : { reason: `it has "${foreign}" in it`, ...proposal };
}

function diagnoseAddress(value: string): Diagnosis {
  const text = value.trim();
  if (!/\s/.test(text)) return {};
  const parts = text.split(/\s+/);
  if (parts.every((part) => /^#|^[a-z][a-z0-9+.-]*:/i.test(part))) return { reason: 'one address only can stand here' };
  return { reason: 'it has a blank in it', meant: parts.join('%20') };
}

function diagnoseLanguage(value: string): Diagnosis {
  const text = value.trim();
  const tag = languageByName(text.toLowerCase());
  if (tag !== undefined) return { meant: tag };
  const hyphens = text.replace(/[_\s]+/g, '-');
  return hyphens !== text && /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(hyphens) ? { meant: hyphens } : {};
}

function languageByName(name: string): string | undefined {
  const english = new Intl.DisplayNames(['en'], { type: 'language' });
  return languageTags.split(' ').find((tag) => {
    const own = new Intl.DisplayNames([tag], { type: 'language' });
    return [english.of(tag), own.of(tag)].some((each) => each?.toLowerCase() === name);
  });
}

function diagnoseTruth(value: string): Diagnosis {
  const text = value.trim().toLowerCase();
  if (['yes', 'y', 'ja', 'oui', 'on', 'true'].includes(text)) return { meant: 'true' };
  return ['no', 'n', 'nein', 'non', 'off', 'false'].includes(text) ? { meant: 'false' } : {};
}

function diagnoseNumber(value: string): Diagnosis {
  const text = value.trim();
  if (/^-?\d+,\d+$/.test(text)) return { reason: 'decimals follow a point', meant: text.replace(',', '.') };
  if (/^\d{1,3}(?:[ '’]\d{3})+$/.test(text)) {
    return { reason: 'a number has no blanks in it', meant: text.replace(/[ '’]/g, '') };
  }
  const [, digits] = /^[^\d]*(\d+(?:\.\d+)?)[^\d]*$/.exec(text) ?? [];
  return digits === undefined || digits === text ? {} : { reason: 'it holds more than a number', meant: digits };
}
