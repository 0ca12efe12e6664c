import { documentOf } from '../seed-articles';
import type { Stage } from './stage';

const API = '/api/portal/v1';

/** What is asked of this project, as paths. */
export const paths = {
  list: `${API}/articles?limit=20`,
  latest: `${API}/latest-news`,
  sparse: `${API}/articles?limit=20&agency=it-bai`,
  named: `${API}/articles?limit=20&official=it-ten`,
  article: (n: number) => `${API}/articles/cai-cach-${n}`,
};

const LIST = 'sort=publishedOn:desc&pagination[pageSize]=20&populate[category]=true&populate[cover]=true';
const POSTS = 'populate[position][populate][agency]=true&pagination[pageSize]=100';

/** The same content through Strapi's REST: what a front end without the contract would have to ask. */
export async function addressesOfStrapi({ at, newsroom }: Stage, n: number) {
  const article = `${at.strapi}/api/vanilla-articles?locale=vi&filters[slug][$eq]=cai-cach-${n}&populate=*`;
  const officials = await newsroom.sql(
    `SELECT official.document_id AS id FROM articles a JOIN articles_officials_lnk link ON link.article_id = a.id
       JOIN officials official ON official.id = link.official_id
      WHERE a.document_id = $1 AND a.published_at IS NOT NULL`,
    [documentOf(n)],
  );
  const named = officials.map(({ id }, place) => `filters[official][documentId][$in][${place}]=${id}`).join('&');
  return {
    list: `${at.strapi}/api/vanilla-articles?locale=vi&fields[0]=title&fields[1]=slug&fields[2]=summary&${LIST}`,
    article,
    /** The posts that its officials hold take a request of their own. */
    whole: [article, `${at.strapi}/api/vanilla-appointments?${named}&${POSTS}`],
  };
}

/** The page that begins so many cards below the newest. */
export async function deepPage({ at }: Stage, deep: number): Promise<string> {
  let cursor = '';
  for (let cards = 0; cards < deep; cards += 20) {
    const answer = await fetch(`${at.cold}${paths.list}${cursor && `&cursor=${cursor}`}`);
    cursor = ((await answer.json()) as { meta: { nextCursor: string } }).meta.nextCursor;
  }
  return `${paths.list}&cursor=${cursor}`;
}
