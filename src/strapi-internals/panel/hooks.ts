/** Runs over the layout of a form before it is rendered: `{ layout, query }`. */
export const EDIT_LAYOUT_HOOK = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

/** Runs over the filters that a list offers: `{ layout, displayedFilters }`. */
export const LIST_FILTERS_HOOK = 'Admin/CM/pages/ListView/inject-in-filters';

/** Runs over the columns of a list: `{ layout, displayedHeaders }`. */
export const LIST_COLUMNS_HOOK = 'Admin/CM/pages/ListView/inject-column-in-table';

/** The common part of the layouts that these hooks receive. It has no UID of the content type (Strapi 5.54). */
export interface Layout {
  settings: { displayName?: string };
  metadatas: Record<string, unknown>;
}

/** Whether "Configure the view" is open, which saves a layout's hints as an administrator's own descriptions. */
export const isViewConfigurationOpen = (): boolean => location.pathname.endsWith('/configurations/edit');
