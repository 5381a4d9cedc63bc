/** What `bundle/embed.mjs` generates beside this file as `bundle-assets.ts`: sources are checked before it is built. */
export declare const BUNDLE_SCRIPT: string;
export declare const BUNDLE_SCRIPT_HASH: string;
export declare const BUNDLE_STYLE: string;
export declare const BUNDLE_STYLE_HASH: string;
