import { contentTypeOfLayout } from '../content-type-of-layout';
import type { LabelledPlugin } from '../labelled-plugin';
import type { Layout } from '../../strapi-internals/panel/hooks';
import { DayFilter, InstantFilter } from './filter-input';
import { TimeCell } from './time-cell';
import { DAY, INSTANT, type TimeKind } from './typed-value';

type Filter = { name: string; type?: string; [part: string]: unknown };
type Row = Record<string, unknown>;
type Header = { name: string; attribute?: { type?: string }; cellFormatter?: unknown };

const KINDS: Record<string, TimeKind> = { date: DAY, datetime: INSTANT };
const OPERATORS = {
  $eq: 'is',
  $ne: 'is not',
  $gt: 'is greater than',
  $gte: 'is greater than or equal to',
  $lt: 'is lower than',
  $lte: 'is lower than or equal to',
  $null: 'is null',
  $notNull: 'is not null',
};
const operators = Object.entries(OPERATORS).map(([value, defaultMessage]) => ({
  value,
  label: { id: `components.FilterOptions.FILTER_TYPES.${value}`, defaultMessage },
}));

/**
 * A handler of `LIST_FILTERS_HOOK`: the filters by a day or an instant, Strapi's own `createdAt` and `updatedAt` too, of
 * the plugin's types are typed as in the forms.
 */
export const timeFilters =
  (plugin: LabelledPlugin) =>
  <Arguments extends { layout: Layout; displayedFilters: Filter[] }>(args: Arguments): Arguments => {
    if (contentTypeOfLayout(plugin, args.layout) === undefined) return args;
    const typed = (filter: Filter): Filter => {
      const kind = KINDS[filter.type ?? ''];
      // Of another type, since Strapi shows a `datetime` in the zone of the machine.
      return kind ? { ...filter, type: 'string', input: kind === DAY ? DayFilter : InstantFilter, operators } : filter;
    };
    return { ...args, displayedFilters: args.displayedFilters.map(typed) };
  };

/** A handler of `LIST_COLUMNS_HOOK`: days and instants of the plugin's types as the forms write them, at +07:00. */
export const timeColumns =
  (plugin: LabelledPlugin) =>
  <Arguments extends { layout: Layout; displayedHeaders: Header[] }>(args: Arguments): Arguments => {
    if (contentTypeOfLayout(plugin, args.layout) === undefined) return args;
    const shown = (header: Header): Header => {
      const kind = KINDS[header.attribute?.type ?? ''];
      if (!kind || header.cellFormatter) return header;
      return { ...header, cellFormatter: (row: Row) => <TimeCell kind={kind} value={row[header.name]} /> };
    };
    return { ...args, displayedHeaders: args.displayedHeaders.map(shown) };
  };
