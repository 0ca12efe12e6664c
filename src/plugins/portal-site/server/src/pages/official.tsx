import type { Official } from '../../../../../contract';
import { portalDay } from '../../../../../vietnamese';
import { civilPeriod } from '../civil-day';
import { LatestArticles } from '../components/article-list';
import { Breadcrumbs } from '../components/breadcrumbs';
import { contactLines } from '../components/contact';
import { Definitions } from '../components/definitions';
import { Main } from '../components/page-heading';
import { Picture } from '../components/picture';
import { TitledSection } from '../components/titled-section';
import { breadcrumbList } from '../head/json-ld';
import type { Page } from '../page';
import { usePortal } from '../portal';
import { listHead, withQuery } from './list-page';

type Appointment = Official['appointments'][number];

function Posts({
  id,
  posts,
  nothing,
}: {
  id: 'postsHeld' | 'postsPast';
  posts: readonly Appointment[];
  nothing?: string;
}) {
  const portal = usePortal();
  const { text, to } = portal;
  if (posts.length === 0 && !nothing) return null;
  return (
    <TitledSection look="part" id={id} heading={text(id)}>
      {posts.length === 0 ? (
        <p class="nothing">{nothing}</p>
      ) : (
        <ul class="rows">
          {posts.map((post, index) => (
            <li key={index}>
              <strong>{post.title}</strong>
              {post.agency && (
                <p>
                  <a href={to('agency', post.agency.slug)}>{post.agency.name}</a>
                </p>
              )}
              {(post.from || post.to) && <p class="quiet period">{civilPeriod(post, portal)}</p>}
              {post.decision && <p class="quiet">{post.decision}</p>}
            </li>
          ))}
        </ul>
      )}
    </TitledSection>
  );
}

function Heading({ official: { name, title, agency, portrait } }: { official: Official }) {
  const { to } = usePortal();
  return (
    <header class="page-heading official-heading">
      {portrait?.url && (
        <div class="portrait">
          <Picture image={portrait} sizes="12rem" isFirst />
        </div>
      )}
      <div>
        <h1>{name}</h1>
        {title && <p class="official-title">{title}</p>}
        {agency && (
          <p>
            <a href={to('agency', agency.slug)}>{agency.name}</a>
          </p>
        )}
      </div>
    </header>
  );
}

/** A schema.org Person, of what the contract shows of an official. */
const person = ({ name, title, agency, portrait, email, phone }: Official, url: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'Person',
  name,
  url,
  ...(title && { jobTitle: title }),
  ...(agency && { worksFor: { '@type': 'GovernmentOrganization', name: agency.name } }),
  ...(portrait?.url && { image: portrait.url }),
  ...(email && { email }),
  ...(phone && { telephone: phone }),
});

/** One official: posts past and present, contact, biography, articles. */
export const officialPage: Page = {
  section: 'officials',

  async show({ portal, answers, slug }) {
    const { locale, text, to, absolute } = portal;
    const found = await answers.official(locale, slug);
    if (!found) return null;
    const { data: official } = found.answer;
    const { name, title, portrait, appointments, biography, latest } = official;
    const today = portalDay(new Date());
    const isHeld = (post: Appointment) => post.to === null || post.to >= today;
    const contact = contactLines(official, text);
    const steps = [
      { name: text('officials'), path: to('officials') },
      { name, path: to('official', slug) },
    ];
    const url = absolute(to('official', slug));
    return {
      head: {
        ...listHead(
          portal,
          { name: 'official', slug },
          {
            title: name,
            description: title ? text('officialDescription', { name, title }) : name,
            jsonLd: [
              person(official, url),
              breadcrumbList(steps.map(({ path, ...one }) => ({ ...one, url: absolute(path) }))),
            ],
          },
        ),
        image: portrait,
      },
      body: (
        <Main>
          <Breadcrumbs steps={steps.slice(0, -1)} />
          <Heading official={official} />
          <Posts id="postsHeld" posts={appointments.filter(isHeld)} nothing={text('postsHeldNone')} />
          <Posts id="postsPast" posts={appointments.filter((post) => !isHeld(post))} />
          {contact.length > 0 && (
            <TitledSection look="part" id="contact" heading={text('contact')}>
              <Definitions lines={contact} />
            </TitledSection>
          )}
          {biography && (
            <TitledSection look="part" id="biography" heading={text('biography')}>
              {biography.split(/\n+/).map((paragraph, index) => (
                <p key={index}>{paragraph}</p>
              ))}
            </TitledSection>
          )}
          <LatestArticles
            heading={text('officialLatest')}
            cards={latest}
            all={withQuery(to('news'), { official: slug })}
          />
        </Main>
      ),
      secondsToNextChange: found.secondsToNextChange,
    };
  },
};
