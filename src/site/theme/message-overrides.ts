import { diagnostic, type Report } from '../../diagnostics/diagnostic.js';
import { nearestSpelling } from '../../diagnostics/spelling.js';
import { readYaml, type YamlPath, type YamlSource } from '../../edition/yaml-source.js';
import {
  builtInMessages,
  flatMessages,
  isPlural,
  mergeMessages,
  messageKeys,
  messagesOf,
  readMessageFile,
  type Messages,
  type MessageTree,
} from './messages.js';

/**
 * The messages of a language with an edition's own over them. A key that the site does not have, a placeholder that
 * a message is not given, and a value that is no text are reported at their place and left out.
 *
 * @param files the edition's message files by language tag, with the path that findings name.
 */
export function messagesWithOverrides(
  language: string,
  files: ReadonlyMap<string, { readonly file: string; readonly text: string }>,
  report: Report,
): Messages {
  const builtIn = builtInMessages(language);
  const tag = [language, language.split('-')[0] ?? language].find((candidate) => files.has(candidate));
  const own = tag === undefined ? undefined : files.get(tag);
  if (tag === undefined || own === undefined) return messagesOf(builtIn.tree, builtIn.language);
  const yaml = readYaml(own.file, own.text, report);
  const changed = yaml === undefined ? {} : acceptedMessages(yaml, builtIn.tree, report);
  const tree = mergeMessages(builtIn.tree, changed);
  const isNewLanguage = readMessageFile(tag) === undefined && readMessageFile(tag.split('-')[0] ?? tag) === undefined;
  if (isNewLanguage) reportMissing(own.file, tag, builtIn.tree, changed, report);
  // An edition's own file makes its language one of the interface's.
  return messagesOf(tree, isNewLanguage ? tag : builtIn.language);
}

/** The messages of a file that replace something, checked one by one. */
function acceptedMessages(yaml: YamlSource, known: MessageTree, report: Report): MessageTree {
  const knownKeys = messageKeys(known);
  const walk = (data: unknown, path: readonly string[], below: string | MessageTree | undefined): MessageTree => {
    const accepted: Record<string, string | MessageTree> = {};
    if (typeof data !== 'object' || data === null) return accepted;
    for (const [key, value] of Object.entries(data as Readonly<Record<string, unknown>>)) {
      const inner = [...path, key];
      const other = typeof below === 'object' && Object.hasOwn(below, key) ? below[key] : undefined;
      const found = acceptedValue(value, inner, other);
      if (found !== undefined) accepted[key] = found;
    }
    return accepted;
  };
  const acceptedValue = (
    value: unknown,
    path: readonly string[],
    other: string | MessageTree | undefined,
  ): string | MessageTree | undefined => {
    if (other === undefined) {
      reportUnknown(yaml, path, knownKeys, report);
      return undefined;
    }
    if (typeof value === 'string') return acceptedText(yaml, value, path, other, report);
    if (typeof other === 'object' && !isPlural(other)) return walk(value, path, other);
    return acceptedForms(yaml, value, path, other, report);
  };
  return walk(yaml.data, [], known);
}

function acceptedText(
  yaml: YamlSource,
  text: string,
  path: readonly string[],
  other: string | MessageTree,
  report: Report,
): string | undefined {
  if (typeof other === 'object' && !isPlural(other)) {
    report(
      diagnostic('site/message-not-allowed', `“${path.join('.')}” is a group of messages, not a message.`, {
        ...yaml.placeOfValue(path),
        expected: Object.keys(other),
      }),
    );
    return undefined;
  }
  const given = placeholdersOf(other);
  const unknown = [...placeholdersOf(text)].filter((name) => !given.has(name));
  if (unknown.length === 0) return text;
  const [first = ''] = unknown;
  const nearest = nearestSpelling(first, [...given]);
  report(
    diagnostic('site/message-not-allowed', `The message “${path.join('.')}” is given no value for {${first}}.`, {
      ...yaml.placeOfValue(path),
      expected: [...given].map((name) => `{${name}}`),
      actual: `{${first}}`,
      ...(nearest === undefined ? {} : { help: `Did you mean {${nearest}}?` }),
    }),
  );
  return undefined;
}

/** Plural forms, of which `other` has to be there: it holds for every number without a form of its own. */
function acceptedForms(
  yaml: YamlSource,
  value: unknown,
  path: readonly string[],
  other: string | MessageTree,
  report: Report,
): MessageTree | undefined {
  const forms = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const texts = Object.fromEntries(forms.filter((form): form is [string, string] => typeof form[1] === 'string'));
  if (forms.length === 0 || Object.keys(texts).length < forms.length || !isPlural(texts)) {
    report(
      diagnostic('site/message-not-allowed', `“${path.join('.')}” should be a text, or its plural forms.`, {
        ...yaml.placeOfValue(path),
        expected: ['zero', 'one', 'two', 'few', 'many', 'other'],
        help: 'The form “other” has to be among them.',
      }),
    );
    return undefined;
  }
  const accepted = Object.entries(texts).map(
    ([form, text]) => [form, acceptedText(yaml, text, [...path, form], other, report)] as const,
  );
  return accepted.some(([, text]) => text === undefined) ? undefined : texts;
}

function placeholdersOf(message: string | MessageTree): ReadonlySet<string> {
  const texts = typeof message === 'string' ? [message] : [...flatMessages(message).values()];
  return new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')));
}

function reportUnknown(yaml: YamlSource, path: YamlPath, known: readonly string[], report: Report): void {
  const key = path.join('.');
  const nearest = nearestSpelling(key, known);
  report(
    diagnostic('site/unused-override', `The site has no message “${key}”.`, {
      ...yaml.placeOfKey(path),
      actual: key,
      help: nearest === undefined ? 'The key was passed over.' : `Did you mean “${nearest}”?`,
    }),
  );
}

function reportMissing(file: string, language: string, known: MessageTree, own: MessageTree, report: Report): void {
  const there = new Set(messageKeys(own));
  const keys = messageKeys(known);
  const missing = keys.filter((key) => !there.has(key));
  if (missing.length === 0) return;
  const some = missing.length > 5 ? [...missing.slice(0, 5), '…'] : missing;
  report(
    diagnostic(
      'site/message-missing',
      `${missing.length} of the site’s ${keys.length} messages are not there in “${language}”; they are printed in English.`,
      { file, expected: some, help: 'Translate the messages of the installed templates/messages/en.yaml.' },
    ),
  );
}
