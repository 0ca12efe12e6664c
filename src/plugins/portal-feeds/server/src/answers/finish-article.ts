import type { Article, Block } from '../../../../../contract';
import { joinedTitles, postTitle, toPortalInstant } from '../../../../../vietnamese';
import type { ArticleModel, BlockModel } from '../queries/article';
import { absoluteLinks } from './absolute-links';
import { withoutForbidden, type Addresses } from './addresses';
import { finishCard } from './finish-card';
import { finishFigure } from './finish-image';
import { withHeadingIds } from './heading-ids';
import { jsonLd } from './json-ld';
import { metadata } from './metadata';
import { placedFiles, type PlaceFiles } from './place-body-files';

/** Of the old portal: an address, or a path, which leads on from there on this one. */
const oldAddress = (url: string, addresses: Addresses): string =>
  url.startsWith('/') ? addresses.portal(url) : withoutForbidden(url);

const instant = (text: string): string => toPortalInstant(new Date(text));

function finishBlock(block: BlockModel, files: ArticleModel['files'], addresses: Addresses): Block {
  if (block.type !== 'image') return { ...block, html: absoluteLinks(block.html, addresses) };
  const file = block.image.file === null ? undefined : files[block.image.file];
  return { type: 'image', image: finishFigure(block.image, file ?? null, addresses) };
}

/** One article of the contract, whole, from the model that the database gave. Pure. */
export function finishArticle(
  model: ArticleModel,
  addresses: Addresses,
  publisher: string,
  placeFiles: PlaceFiles,
): Article {
  const bodyHidden = model.withdrawal?.outcome === 'notice-without-body';
  const card = finishCard(bodyHidden ? { ...model, lead: null, summary: null } : model, addresses);
  const { blocks, html } = bodyHidden
    ? { blocks: [], html: '' }
    : withHeadingIds(
        (model.blocks ?? []).map((block) => finishBlock(block, model.files, addresses)),
        absoluteLinks(placeFiles(model.html ?? '', placedFiles(model.files, addresses), model), addresses),
      );

  const article: Omit<Article, 'metadata' | 'jsonLd'> = {
    ...card,
    body: blocks,
    html,
    text: bodyHidden ? '' : (model.text ?? ''),
    agency: model.agency,
    agencies: model.agencies,
    officials: model.officials.map(({ id, slug, name, posts, postsNow }) => ({
      id,
      slug,
      name,
      title: joinedTitles(posts, model.locale),
      titleNow: joinedTitles(postsNow, model.locale),
      posts: posts.map((post) => ({ title: postTitle(post, model.locale), agency: post.agency })),
    })),
    author: model.author || null,
    source: model.source && {
      name: model.source.name,
      url: model.source.url ? withoutForbidden(model.source.url) : null,
    },
    attachments: (bodyHidden ? [] : model.attachments).map((file) => ({ ...file, url: addresses.file(file.url) })),
    corrections: (model.corrections ?? []).map(({ on, note }) => ({ on: instant(on), note })),
    withdrawal: model.withdrawal && { on: instant(model.withdrawal.on), reason: model.withdrawal.reason },
    availableLocales: model.availableLocales.map((other) => ({
      ...other,
      url: addresses.page('article', other.slug, other.locale),
    })),
    cites: bodyHidden ? [] : model.cites,
    legacyUrl: model.legacyUrl ? oldAddress(model.legacyUrl, addresses) : null,
  };
  return { ...article, metadata: metadata(article, publisher), jsonLd: jsonLd(article, publisher) };
}
