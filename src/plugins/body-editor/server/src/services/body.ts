import { checkBody } from '../document/check-body';
import { type Body } from '../document/schema';
import { type RenderOptions } from '../render/figure';
import { placeFiles } from '../render/place-files';
import { type RenderedBlock, toBlocks } from '../render/to-blocks';
import { toHtml } from '../render/to-html';
import { toText } from '../render/to-text';

/** What readers get of a body; files are named by document id until `placeFiles` or the read side joins them. */
export type RenderedBody = { blocks: RenderedBlock[]; html: string; text: string };

/** The service `body`: `strapi.plugin('body-editor').service('body')`. All of it is pure. */
export const bodyService = {
  /** See `checkBody`. */
  check: checkBody,

  /** Renders a body that `check` returned. */
  render: (body: Body, options: RenderOptions = {}): RenderedBody => ({
    blocks: toBlocks(body),
    html: toHtml(body, options),
    text: toText(body),
  }),

  /** See `placeFiles`. */
  placeFiles,
};

export type BodyService = typeof bodyService;
