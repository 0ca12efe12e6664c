import { documentOf } from '../seed-articles';
import type { Stage } from './stage';

const API = '/api/portal/v1';

/** The requested paths of this project. */
export const paths = {
  list: `${API}/articles?limit=20`,
  latest: `${API}/latest-news`,
  sparse: `${API}/articles?limit=20&agency=it-bai`,
  named: `${API}/articles?limit=20&official=it-ten`,
  article: (n: number) => `${API}/articles/cai-cach-${n}`,
};

const LIST = 'sort=publishedOn:desc&pagination[pageSize]=20&populate[category]=true&populate[cover]=true';
const POSTS = 'populate[position][populate][agency]=true&pagination[pageSize]=100';
const HEIRS = 'populate[successor]=true&pagination[pageSize]=100';

/** The same content through Strapi's REST: what a front end without the contract would have to request. */
export async function addressesOfStrapi({ at, newsroom }: Stage, n: number) {
  const api = `${at.strapi}/api`;
  const article = `${api}/vanilla-articles?locale=vi&filters[slug][$eq]=cai-cach-${n}&populate=*`;
  async function named(what: 'agencies' | 'officials', column: string, relation: string): Promise<string> {
    const rows = await newsroom.sql(
      `SELECT target.document_id AS id FROM articles a JOIN articles_${what}_lnk link ON link.article_id = a.id
         JOIN ${what} target ON target.id = link.${column} WHERE a.document_id = $1 AND a.published_at IS NOT NULL`,
      [documentOf(n)],
    );
    return rows.map(({ id }, place) => `filters[${relation}][documentId][$in][${place}]=${id as string}`).join('&');
  }
  const officials = await named('officials', 'official_id', 'official');
  const agencies = await named('agencies', 'agency_id', 'predecessor');
  return {
    list: `${api}/vanilla-articles?locale=vi&fields[0]=title&fields[1]=slug&fields[2]=summary&${LIST}`,
    article,
    /** The posts that its officials hold, and the agencies that succeed those it names, are requested separately. */
    whole: [
      article,
      `${api}/vanilla-appointments?${officials}&${POSTS}`,
      `${api}/vanilla-successions?${agencies}&${HEIRS}`,
    ],
  };
}

/** The page that begins after so many cards. */
export async function deepPage({ at }: Stage, deep: number): Promise<string> {
  let cursor = '';
  for (let cards = 0; cards < deep; cards += 20) {
    const answer = await fetch(`${at.cold}${paths.list}${cursor && `&cursor=${cursor}`}`);
    cursor = ((await answer.json()) as { meta: { nextCursor: string } }).meta.nextCursor;
  }
  return `${paths.list}&cursor=${cursor}`;
}
