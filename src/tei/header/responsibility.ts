import type { Agent } from '../../edition/sidecar.js';
import { element, type TeiElement } from '../node.js';
import { agentName, agentOf, fieldsNamed, fieldText, type HeaderInput } from './header-input.js';

/** Who is responsible for what: translator, compiler, editors. */
export function responsibilities(input: HeaderInput): TeiElement[] {
  const statements: TeiElement[] = [];
  const state = (id: string, role: string, agents: readonly Agent[]): void => {
    agents.forEach((agent, i) => {
      statements.push(
        element('respStmt', { 'xml:id': `${input.id}-${id}${i === 0 ? '' : `-${i + 1}`}` }, [
          element('resp', {}, [role]),
          agentName(input, agent),
        ]),
      );
    });
  };
  const translators = agentsOf(input, input.sidecar.translator, 'translator');
  if (translators.length > 0) state('translator', 'translator', translators);
  else if (isTranslation(input)) {
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
      element('respStmt', { 'xml:id': `${input.id}-${editor.id}` }, [
        element('resp', {}, [editor.role]),
        element('name', {}, [editor.name]),
      ]),
    );
  }
  statements.push(
    element('respStmt', { 'xml:id': `${input.id}-converter` }, [
      element('resp', {}, ['conversion to TEI']),
      element('name', {}, [`Editio ${input.toolVersion}`]),
    ]),
  );
  return statements;
}

/** True where the text is a translation: its original has another language, or it has a translator. */
export function isTranslation(input: HeaderInput): boolean {
  const isFromElsewhere = input.originalLanguage !== undefined && input.originalLanguage !== input.language;
  return isFromElsewhere || agentsOf(input, input.sidecar.translator, 'translator').length > 0;
}

/**
 * Those in a role: whom the sidecar says, else the names that the source prints. Where the register knows somebody, it
 * gives the name; the form that the source prints stays in its citation.
 */
export function agentsOf(
  input: HeaderInput,
  said: readonly Agent[],
  role: 'translator' | 'compiler',
): readonly Agent[] {
  if (said.length > 0) return said;
  const printed = input.citations.flatMap(({ citation }) => citation[role] ?? []);
  const fields = fieldsNamed(input, role).map((field) =>
    fieldText(input, field)
      .replace(/^(?:translated|compiled)\s+by\s+/iu, '')
      .replace(/\.$/u, ''),
  );
  return [...new Set([...printed, ...fields])].map((name) => {
    const agent = agentOf(input, name);
    return agent.id === undefined ? agent : { id: agent.id };
  });
}
