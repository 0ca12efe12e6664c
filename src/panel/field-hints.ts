import { createElement, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { isViewConfigurationOpen, type Layout } from '../strapi-internals/panel/hooks';
import { contentTypeOfLayout } from './content-type-of-layout';
import { hintedFields, hintKey, type LabelledPlugin } from './labelled-plugin';

type Field = { name: string; hint?: ReactNode };
type EditLayout = Layout & { layout: Field[][][] };

/**
 * A handler of `EDIT_LAYOUT_HOOK` that shows the plugin's hint below each of its fields, in the panel's current
 * language. A description that an administrator wrote takes precedence.
 */
export function fieldHints(plugin: LabelledPlugin) {
  const hints = hintElements(plugin);
  return <Arguments extends { layout: EditLayout }>(args: Arguments): Arguments => {
    const contentType = contentTypeOfLayout(plugin, args.layout);
    if (contentType === undefined || isViewConfigurationOpen()) return args;
    const withHint = (field: Field): Field => ({
      ...field,
      hint: field.hint || hints.get(`${contentType}.${field.name}`),
    });
    return {
      ...args,
      layout: { ...args.layout, layout: args.layout.layout.map((panel) => panel.map((row) => row.map(withHint))) },
    };
  };
}

/** Created once: React renders a field again whenever its hint is another object. */
function hintElements(plugin: LabelledPlugin): Map<string, ReactNode> {
  const entries = Object.keys(plugin.contentTypes).flatMap((contentType) =>
    hintedFields(plugin, contentType).map((field): [string, ReactNode] => [
      `${contentType}.${field}`,
      createElement(FormattedMessage, { id: hintKey(plugin, contentType, field) }),
    ]),
  );
  return new Map(entries);
}
