import { contentTypeOfLayout, type Layout } from './content-type-of-layout';
import { hintedFields, labelKey, type LabelledPlugin } from './labelled-plugin';

/** The hook that runs over the filters that a list offers. */
export const LIST_FILTERS_HOOK = 'Admin/CM/pages/ListView/inject-in-filters';

type Filter = { name: string; label: string | { id: string; defaultMessage?: string } };

/** A handler of `LIST_FILTERS_HOOK` that names the filters as the forms name the fields; stock Strapi shows raw names. */
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
