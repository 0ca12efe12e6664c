import { body, paragraph, writers } from './content';
import type { Newsroom } from './newsroom';
import type { Session } from './sign-in';

export const OPTIONS = 'plugin::publishing-desk.checks';

export type Found = {
  check: string;
  severity: string;
  message: string;
  values?: Record<string, string | number>;
  link?: { field: string; documentId: string; name: string };
};

export const saying = (text: string) => ({ body: body(paragraph(text)) });

/** The relations that an article's form adds. */
export const linked = (...connect: string[]) => ({ connect, disconnect: [] });

/**
 * A directory for the checks to read, by document ids: Sở Tài chính, which came after Sở Kế hoạch và Đầu tư in 2025, and
 * Lê Văn Bình, vice chairman of the province until the end of 2021 and its chairman since.
 */
export async function directoryOfChecks({ strapi }: Newsroom) {
  const write = writers(strapi);
  const { documentId: province } = await write.agency({
    name: 'Ủy ban nhân dân tỉnh Thanh Hóa',
    shortName: 'UBND tỉnh',
  });
  const { documentId: finance } = await write.agency({ name: 'Sở Tài chính', nameEn: 'Department of Finance' });
  const { documentId: planning } = await write.agency({ name: 'Sở Kế hoạch và Đầu tư', dissolvedOn: '2025-03-01' });
  await write.succession({ predecessor: planning, successor: finance, part: 'full', on: '2025-03-01' });
  const { documentId: binh } = await write.official({ name: 'Lê Văn Bình' });
  const post = (title: string, rank: number) => write.position({ title, agency: province, branch: 'state', rank });
  const appoint = (position: { documentId: string }, from: string, to: string | null) =>
    write.appointment({ official: binh, position: position.documentId, kind: 'full', from, to });
  await appoint(await post('Phó Chủ tịch UBND tỉnh', 2), '2018-01-01', '2021-12-31');
  await appoint(await post('Chủ tịch UBND tỉnh', 1), '2022-01-01', null);
  return { province, finance, binh };
}

export type Checks = ReturnType<typeof checksFor>;

/** The panel's request for the checks of an article that is being written. */
export function checksFor(asker: Session) {
  const ask = async (form: object, who = asker, locale = 'vi') =>
    who.ask('POST', `/publishing-desk/checks/article?locale=${locale}`, form);

  async function found(form: object, locale?: string): Promise<Found[]> {
    const answer = await ask({ title: 'Tin', summary: 'Tóm tắt.', ...form }, asker, locale);
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { data: Found[] }).data;
  }

  return {
    ask,
    found,
    of: async (check: string, form: object, locale?: string) =>
      (await found(form, locale)).filter((one) => one.check === check),
  };
}
