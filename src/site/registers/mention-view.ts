import type { Messages } from '../theme/messages.js';
import type { DocumentHeading, DocumentMentions, Mentioned } from './register-view.js';

/** A mention as a register shows it: the words, and a link to the place. */
export interface MentionView {
  readonly before: string;
  readonly form: string;
  readonly after: string;
  readonly href: string;
  readonly isUncertain: boolean;
}

/** The mentions of one name in one document, for a template. */
export interface DocumentMentionsView {
  readonly heading: DocumentHeading;
  readonly isOpen: boolean;
  readonly count: string;
  readonly mentions: readonly MentionView[];
}

/**
 * Mentions for a template.
 *
 * @param root what leads from the page to the root of the site.
 * @param isOpen true where the lines are shown at once, false where a reader unfolds them document by document.
 */
export function mentionsView(
  documents: readonly DocumentMentions[],
  root: string,
  messages: Messages,
  isOpen: boolean,
): DocumentMentionsView[] {
  return documents.map(({ document, heading, mentions }) => ({
    heading,
    isOpen,
    count: mentions.length < 10 ? String(mentions.length) : messages.number(mentions.length),
    mentions: mentions.map((mention) => {
      const anchor = document.anchorOf(mention);
      const page = root + heading.href;
      return {
        before: mention.before,
        form: mention.form,
        after: mention.after,
        href: anchor === undefined ? page : `${page}#${encodeURIComponent(anchor)}`,
        isUncertain: mention.certainty === 'low' || mention.certainty === 'medium',
      };
    }),
  }));
}

/** "12 mentions in 3 documents". */
export function countOf({ documents, count }: Mentioned, messages: Messages): string {
  return messages.text('register.count', {
    mentions: messages.text('register.mentionCount', { count }),
    documents: messages.text('register.documentCount', { count: documents.length }),
  });
}
