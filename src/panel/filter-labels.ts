import type { Layout } from '../strapi-internals/panel/hooks';
import { contentTypeOfLayout } from './content-type-of-layout';
import { hintedFields, labelKey, type LabelledPlugin } from './labelled-plugin';

type Filter = { name: string; label: string | { id: string; defaultMessage?: string } };

/** A handler of `LIST_FILTERS_HOOK` that labels the filters as the forms label the fields; Strapi shows attribute names. */
export const filterLabels =
  (plugin: LabelledPlugin) =>
  <Arguments extends { layout: Layout; displayedFilters: Filter[] }>(args: Arguments): Arguments => {
    const contentType = contentTypeOfLayout(plugin, args.layout);
    if (contentType === undefined) return args;
    const fields = new Set(hintedFields(plugin, contentType));
    const labelled = ({ label, ...filter }: Filter): Filter => ({
      ...filter,
      label:
        fields.has(filter.name) && typeof label === 'string'
          ? { id: labelKey(plugin, contentType, filter.name), defaultMessage: label }
          : label,
    });
    return { ...args, displayedFilters: args.displayedFilters.map(labelled) };
  };
