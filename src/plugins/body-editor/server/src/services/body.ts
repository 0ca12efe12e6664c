import { checkBody } from '../../../../../body/check-body';
import { exceededLimit } from '../../../../../body/limits';
import type { Body } from '../../../../../body/schema';
import type { RenderOptions } from '../../../../../body/render/figure';
import { placeFiles } from '../../../../../body/render/place-files';
import { type RenderedBlock, toBlocks } from '../../../../../body/render/to-blocks';
import { toHtml } from '../../../../../body/render/to-html';
import { toText } from '../../../../../body/render/to-text';

/** What readers get of a body; files are named by document id until `placeFiles` or the read side joins them. */
type RenderedBody = { blocks: RenderedBlock[]; html: string; text: string };

/** The service `body`: `strapi.plugin('body-editor').service('body')`. All of it is pure. */
export const bodyService = {
  /** See `checkBody`. */
  check: checkBody,

  /** See `exceededLimit`. */
  exceededLimit,

  /** Renders a body that `check` returned. */
  render: (body: Body, options: RenderOptions = {}): RenderedBody => ({
    blocks: toBlocks(body),
    html: toHtml(body, options),
    text: toText(body),
  }),

  /** The whole text of a body that `check` returned, without rendering the rest. */
  text: toText,

  /** See `placeFiles`. */
  placeFiles,
};

export type BodyService = typeof bodyService;
