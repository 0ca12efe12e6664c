import type { Core } from '@strapi/strapi';
import { createSpellings, type Abbreviation } from '../mentions/abbreviations';
import { findMentions, type Mentions } from '../mentions/find-mentions';
import { namesInText } from '../queries/names-in-text';

/** The officials, agencies and titles of the directory that a text names: `strapi.plugin('directory').service('mentions')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  let keptAbbreviations = async (): Promise<readonly Abbreviation[]> => [];

  return {
    /** Names are found in the forms of these abbreviations too, as they are read at each call. To be called in `register`. */
    useAbbreviations(read: () => Promise<readonly Abbreviation[]>): void {
      keptAbbreviations = read;
    },

    /** Spells names in every mix of the short and long forms of their parts, as the abbreviations are now. */
    spellings: async (): Promise<(name: string) => string[]> => createSpellings(await keptAbbreviations()),

    /**
     * Officials, agencies and titles in a text, with what is known of them as of a day. What is not yet public of an
     * appointment is left out.
     *
     * @param asked `day` a civil day; `locale` the language of the returned names and titles
     */
    async inText(text: string, { day, locale }: { day: string; locale: string }): Promise<Mentions> {
      const kept = await keptAbbreviations();
      return findMentions(text, await namesInText(strapi, text, day, locale, kept), kept);
    },
  };
};
