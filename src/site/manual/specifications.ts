import { collapse, descendants, elementsOf, textOf, type XmlElement } from '../reading/xml-view.js';

/** A rule that the schema adds to the grammar (Schematron). */
export interface ManualRule {
  readonly id: string;
  /** How much it matters, in the words of the file: `error`, `warning`, `information`. */
  readonly role: string;
  /** What a broken rule says; values of the document are an ellipsis. */
  readonly message: string;
}

/** The values that an attribute of an element may have. */
export interface ValueList {
  readonly element: string;
  readonly attribute: string;
  readonly isClosed: boolean;
  readonly values: readonly { readonly value: string; readonly meaning: string }[];
}

/** The rules of a group of specifications, in the order of the file. */
export function rulesOf(group: XmlElement): ManualRule[] {
  return descendants(group, 'assert', 'report').map((rule) => ({
    id: rule.attributes.get('id') ?? '',
    role: rule.attributes.get('role') ?? '',
    message: messageOf(rule),
  }));
}

function messageOf(rule: XmlElement): string {
  const parts = rule.children.map((child) => {
    if (typeof child === 'string') return child;
    if (child.name === 'name') return 'element';
    return child.name === 'value-of' ? '…' : textOf(child);
  });
  return collapse(parts.join(''));
}

/** The lists of values of a group of specifications that say what their values mean. */
export function valueListsOf(group: XmlElement): ValueList[] {
  return elementsOf(group, 'elementSpec', 'classSpec').flatMap((specification) =>
    descendants(specification, 'attDef').flatMap((attribute) => {
      const [list] = elementsOf(attribute, 'valList');
      const values = elementsOf(list, 'valItem').map((item) => ({
        value: item.attributes.get('ident') ?? '',
        meaning: textOf(elementsOf(item, 'desc', 'gloss')[0]),
      }));
      if (values.length === 0) return [];
      return [
        {
          element: specification.attributes.get('ident') ?? '',
          attribute: attribute.attributes.get('ident') ?? '',
          isClosed: list?.attributes.get('type') === 'closed',
          values,
        },
      ];
    }),
  );
}
