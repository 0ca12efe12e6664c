import type { ComponentChildren } from 'preact';
import type { DirectiveInList, RecordAnswers, TimedAnswer, Directives } from '../../../../../contract';
import { civilDay } from '../civil-day';
import { usePortal } from '../portal';
import type { Word } from '../words';
import { directiveName } from './directives';

/** Of each record. */
const SHOWN = 3;

/** What the public records of a page are made of; null where public-record is not installed. */
export type RecordBlocks = { directives: TimedAnswer<Directives> } | null;

export const recordBlocks = async (records: RecordAnswers | null, locale: string): Promise<RecordBlocks> =>
  records && { directives: await records.directives(locale, { limit: SHOWN }) };

function Block({ name, children }: { name: Word; children: ComponentChildren }) {
  const { text } = usePortal();
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{text(name)}</h2>
      {children}
    </section>
  );
}

const Nothing = () => <p class="nothing">{usePortal().text('recordsEmpty')}</p>;

function DirectiveLines({ directives }: { directives: readonly DirectiveInList[] }) {
  const portal = usePortal();
  const { text, to } = portal;
  return (
    <>
      <ul class="directive-lines">
        {directives.map((one) => (
          <li key={one.id}>
            <a href={to('directive', one.slug)}>{directiveName(one, portal)}</a>{' '}
            <time class="latest-time" datetime={one.issuedOn}>
              ({civilDay(one.issuedOn, portal)})
            </time>
            <p>{one.abstract}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href={to('directives')}>{text('directivesAll')}</a>
      </p>
    </>
  );
}

/** The three public records, which every page with news names. */
export function Records({ blocks }: { blocks: RecordBlocks }) {
  const directives = blocks?.directives.answer.data ?? [];
  return (
    <div class="records frame">
      <Block name="directives">
        {directives.length > 0 ? <DirectiveLines directives={directives} /> : <Nothing />}
      </Block>
      <Block name="procedures">
        <Nothing />
      </Block>
      <Block name="exchange">
        <Nothing />
      </Block>
    </div>
  );
}
