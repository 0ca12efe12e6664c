import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Guarded } from './guarded';

/**
 * A side panel whose content cannot take the form down. What the panel itself does to find out whether there is
 * anything to show runs as part of Strapi's page: keep it small.
 */
export const guardedPanel =
  (panel: PanelComponent): PanelComponent =>
  (props) => {
    const shown = panel(props);
    return shown && { ...shown, content: <Guarded>{shown.content}</Guarded> };
  };
