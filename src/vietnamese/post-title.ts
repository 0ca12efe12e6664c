type Post = { title: string; titleEn: string; kind: string };

const PREFIXES: Record<string, { vi: string; en: string }> = {
  acting: { vi: 'Quyền ', en: 'Acting ' },
  'in-charge': { vi: 'Phụ trách ', en: 'In charge: ' },
  concurrent: { vi: 'kiêm ', en: 'concurrently ' },
};

/** A post as it is written after a name: `Quyền Giám đốc Sở Tài chính`; in English where the locale and a title are. */
export function postTitle(post: Post, locale: string): string {
  const language = locale === 'en' ? 'en' : 'vi';
  const title = language === 'en' ? post.titleEn : post.title;
  return (PREFIXES[post.kind]?.[language] ?? '') + title;
}

/** Several posts in one line, by rank: `Ủy viên BTV Tỉnh ủy, Phó Chủ tịch UBND tỉnh`; null without any. */
export const joinedTitles = (posts: Post[], locale: string): string | null =>
  posts.map((post) => postTitle(post, locale)).join(', ') || null;
