import type { Agent } from '../../edition/sidecar.js';
import { element, type TeiElement } from '../node.js';
import { agentName, agentOf, fieldsNamed, fieldText, type HeaderInput } from './header-input.js';

/** Who is responsible for what: translator, compiler, editors. */
export function responsibilities(input: HeaderInput): TeiElement[] {
  const statements: TeiElement[] = [];
  const state = (id: string, role: string, agents: readonly Agent[]): void => {
    agents.forEach((agent, i) => {
      statements.push(
        element('respStmt', { 'xml:id': `${input.id}-${id}${i === 0 ? '' : `-${i + 1}`}` }, [element('resp', {}, [role]), agentName(input, agent)]),
      );
    });
  };
  const translators = agentsOf(input, input.sidecar.translator, 'translator');
  if (translators.length > 0) state('translator', 'translator', translators);
  else if (needsTranslator(input)) {
    statements.push(
      element('respStmt', { 'xml:id': `${input.id}-translator` }, [
        element('resp', {}, ['translator']),
        element('name', {}, ['not named in the source']),
      ]),
    );
  }
  state('compiler', 'compiler', agentsOf(input, input.sidecar.compiler, 'compiler'));
  for (const editor of input.edition.editors) {
    statements.push(
      element('respStmt', { 'xml:id': `${input.id}-${editor.id}` }, [element('resp', {}, [editor.role]), element('name', {}, [editor.name])]),
    );
  }
  return statements;
}

/** True where the encoding speaks of a translator: the text is a translation. */
export function needsTranslator(input: HeaderInput): boolean {
  return input.originalLanguage !== undefined && input.originalLanguage !== input.language;
}

export function agentsOf(input: HeaderInput, said: readonly Agent[], role: 'translator' | 'compiler'): readonly Agent[] {
  const printed = input.citations.flatMap(({ citation }) => citation[role] ?? []);
  const fields = fieldsNamed(input, role).map((field) => fieldText(input, field).replace(/^(?:translated|compiled)\s+by\s+/iu, '').replace(/\.$/u, ''));
  if (said.length > 0) {
    // The sidecar identifies; the name stands as the source prints it.
    return said.map((agent, i) => ({ ...agent, ...((printed[i] ?? fields[i]) === undefined || agent.name !== undefined ? {} : { name: printed[i] ?? fields[i] ?? '' }) }));
  }
  return [...new Set([...printed, ...fields])].map((name) => agentOf(input, name));
}
