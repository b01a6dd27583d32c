/** Where an edition's cache of earlier builds stands, in its folder. It can be removed at any time. */
export const CACHE_FOLDER = '.editio/cache';
