import { parameters, type Card } from '../../../../../contract';
import { LeadCard, RowCard } from '../components/card';
import { NewsLines } from '../components/latest-news';
import { Main } from '../components/page-heading';
import { recordBlocks, Records } from '../components/records';
import { Script } from '../components/script';
import { secondsToFirstChange, type Page } from '../page';
import { usePortal, type Portal } from '../portal';

const { MAX_LIMIT } = parameters;

/** What came before the latest news. */
const EARLIER = 12;
/** Of each category that the settings put on the front page. */
const OF_CATEGORY = 4;
/** At least as many more as the list of latest news can hold of the same articles. */
const LATEST = 8;

/** Of a portal without an article: who may write finds the way to the panel. */
function EmptyNewsroom() {
  const { text, panel } = usePortal();
  return (
    <p class="nothing">
      {text('newsroomEmpty')} <a href={panel}>{text('toPanel')}</a>
    </p>
  );
}

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
          <EmptyNewsroom />
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

type Section = { slug: string; name: string; cards: readonly Card[] };

/** The newest articles of a category that the settings put on the front page; nothing while it has none. */
function CategorySection({ section: { slug, name, cards } }: { section: Section }) {
  const { text, to } = usePortal();
  if (cards.length === 0) return null;
  const id = `category-${slug}`;
  return (
    <section class="earlier" aria-labelledby={id}>
      <h2 id={id} class="section-heading">
        <a href={to('category', slug)}>{name}</a>
      </h2>
      <div class="card-grid">
        {cards.map((card) => (
          <RowCard key={card.id} card={card} isInCategory />
        ))}
      </div>
      <p class="see-all">
        <a href={to('category', slug)}>{text('moreOf', { name })}</a>
      </p>
    </section>
  );
}

/** What the portal is, for search engines. */
const organization = ({ site, absolute, to }: Portal): object => ({
  '@context': 'https://schema.org',
  '@type': 'GovernmentOrganization',
  name: site.name,
  url: absolute(to('home')),
  ...(site.logo?.url && { logo: site.logo.url }),
  ...(site.address && { address: site.address }),
  ...(site.phone && { telephone: site.phone }),
  ...(site.email && { email: site.email }),
  ...(site.agency && { parentOrganization: { '@type': 'GovernmentOrganization', name: site.agency } }),
});

/** The front page: the latest news, and what came before it. */
export const homePage: Page = {
  section: 'home',

  async show({ portal, answers, records }) {
    const { locale, locales, site, text, to, absolute } = portal;
    const [inCategories, blocks, ...parts] = await Promise.all([
      Promise.all(
        site.homeCategories.map(({ slug }) => answers.articles(locale, { category: slug, limit: OF_CATEGORY })),
      ),
      recordBlocks(records, locale),
      answers.latestNews(locale),
      answers.articles(locale, {
        limit: Math.min(MAX_LIMIT, EARLIER + LATEST + OF_CATEGORY * site.homeCategories.length),
      }),
    ]);
    const sections = site.homeCategories.map((one, index) => ({
      ...one,
      cards: inCategories[index]?.answer.data ?? [],
    }));
    const latest = parts[0]?.answer.data ?? [];
    const shown = new Set([...latest, ...sections.flatMap(({ cards }) => cards)].map(({ id }) => id));
    const earlier = parts[1].answer.data.filter(({ id }) => !shown.has(id)).slice(0, EARLIER);
    return {
      head: {
        title: site.name,
        description: text('homeDescription'),
        canonical: absolute(to('home')),
        alternates: locales.map((one) => ({ locale: one, url: absolute(to('home', '', one)) })),
        image: latest[0]?.image ?? null,
        jsonLd: [organization(portal)],
        isHome: true,
      },
      body: (
        <>
          <Main>
            <h1 class="visually-hidden">{site.name}</h1>
            <Latest cards={latest} />
            {sections.map((section) => (
              <CategorySection key={section.slug} section={section} />
            ))}
            <Earlier cards={earlier} />
          </Main>
          <Records blocks={blocks} />
        </>
      ),
      secondsToNextChange: secondsToFirstChange([...inCategories, ...Object.values(blocks ?? {}), ...parts]),
    };
  },
};
