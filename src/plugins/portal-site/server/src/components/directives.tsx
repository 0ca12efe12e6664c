import type { DirectiveInList } from '../../../../../contract';
import { DOCUMENT_TYPE_NAMES } from '../../../../../vietnamese';
import { civilDay } from '../civil-day';
import { usePortal, type Portal } from '../portal';
import { MoreLink } from './more-link';

/** `Quyết định` of `QĐ`; nothing for a document without a type, such as a letter. */
export const typeName = (type: string | null, { locale }: Pick<Portal, 'locale'>): string =>
  DOCUMENT_TYPE_NAMES[type ?? '']?.[locale] ?? '';

/** `Quyết định 123/QĐ-UBND`, whether or not the number was written as `Số: 123/QĐ-UBND`. */
export const directiveName = ({ type, number }: Pick<DirectiveInList, 'type' | 'number'>, portal: Portal): string =>
  `${typeName(type, portal)} ${number.replace(/^số ?: ?/i, '')}`.trim();

/** In words, and set apart only where the document does not apply. */
export function DirectiveStatus({ status }: Pick<DirectiveInList, 'status'>) {
  const { text } = usePortal();
  return <span class={status === 'inForce' ? 'status' : 'status status-off'}>{text(`status-${status}`)}</span>;
}

function DirectiveRow({ directive, heading: Heading }: { directive: DirectiveInList; heading: 'h2' | 'h3' }) {
  const portal = usePortal();
  const { slug, agency, issuedOn, abstract, status } = directive;
  return (
    <article>
      <Heading class="card-title">
        <a href={portal.to('directive', slug)}>{directiveName(directive, portal)}</a>
      </Heading>
      <p class="directive-abstract">{abstract}</p>
      <p class="card-facts">
        <time datetime={issuedOn}>{civilDay(issuedOn, portal)}</time>
        <span>{agency.name}</span>
        <DirectiveStatus status={status} />
      </p>
    </article>
  );
}

type RowsProps = { directives: readonly DirectiveInList[]; heading: 'h2' | 'h3'; next?: string | null };

/** Directives as rows, and the way to the next of them. */
export function DirectiveRows({ directives, heading, next = null }: RowsProps) {
  return (
    <>
      <ul class="card-list directives" data-more-list>
        {directives.map((one) => (
          <li key={one.id}>
            <DirectiveRow directive={one} heading={heading} />
          </li>
        ))}
      </ul>
      <MoreLink next={next} />
    </>
  );
}
