import type { Card } from '../../../../../contract';
import { LeadCard, RowCard } from '../components/card';
import { NewsLines } from '../components/latest-news';
import { Main } from '../components/page-heading';
import { Records } from '../components/records';
import { Script } from '../components/script';
import { secondsToFirstChange, type Page } from '../page';
import { usePortal } from '../portal';

/** What came before the latest news. */
const EARLIER = 12;
/** At least as many more as the list of latest news can hold of the same articles. */
const LATEST = 8;

function Latest({ cards: [first, ...others] }: { cards: readonly Card[] }) {
  const { text } = usePortal();
  return (
    <section aria-labelledby="latest-heading">
      <h2 id="latest-heading" class="section-heading">
        {text('latestNews')}
      </h2>
      <div id="latest" class="front" data-live>
        {first ? (
          <>
            <LeadCard card={first} />
            <NewsLines cards={others} />
          </>
        ) : (
          <p class="nothing">{text('latestEmpty')}</p>
        )}
      </div>
      <Script name="live-list" />
    </section>
  );
}

function Earlier({ cards }: { cards: readonly Card[] }) {
  const { text, to } = usePortal();
  if (cards.length === 0) return null;
  return (
    <section class="earlier" aria-labelledby="earlier-heading">
      <h2 id="earlier-heading" class="section-heading">
        {text('earlierNews')}
      </h2>
      <div id="earlier" class="card-grid">
        {cards.map((card) => (
          <RowCard key={card.id} card={card} />
        ))}
      </div>
      <p class="see-all">
        <a href={to('news')}>{text('toList')}</a>
      </p>
    </section>
  );
}

/** The front page: the latest news, and what came before it. */
export const homePage: Page = {
  section: 'home',

  async show({ portal, answers }) {
    const { locale, locales, site, text, to, absolute } = portal;
    const parts = await Promise.all([
      answers.latestNews(locale),
      answers.articles(locale, { limit: EARLIER + LATEST }),
    ]);
    const latest = parts[0]?.answer.data ?? [];
    const shown = new Set(latest.map(({ id }) => id));
    const earlier = parts[1].answer.data.filter(({ id }) => !shown.has(id)).slice(0, EARLIER);
    return {
      head: {
        title: site.name,
        description: text('homeDescription'),
        canonical: absolute(to('home')),
        alternates: locales.map((one) => ({ locale: one, url: absolute(to('home', '', one)) })),
        image: latest[0]?.image ?? null,
        isHome: true,
      },
      body: (
        <>
          <Main>
            <h1 class="visually-hidden">{site.name}</h1>
            <Latest cards={latest} />
            <Earlier cards={earlier} />
          </Main>
          <Records />
        </>
      ),
      secondsToNextChange: secondsToFirstChange(parts),
    };
  },
};
