import type { Core } from '@strapi/strapi';
import { findMentions, type Mentions } from '../mentions/find-mentions';
import { namesInText } from '../queries/names-in-text';

/** Who and what of the directory a text names: `strapi.plugin('directory').service('mentions')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Officials, agencies and titles in a text, with what is known of them as of a day. What is not yet public of an
   * appointment is left out.
   *
   * @param asked `day` a civil day; `locale` the language of the names and titles that are given back
   */
  async inText(text: string, { day, locale }: { day: string; locale: string }): Promise<Mentions> {
    return findMentions(text, await namesInText(strapi, text, day, locale));
  },
});
