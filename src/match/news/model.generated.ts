/** Made by `npm run train:news`; do not edit. */
import type { NewsModel } from "./model.js";

export const NEWS_MODEL: NewsModel = {
  version: 2,
  data: "150 judged pairs of thirteen Egyptian outlets and 504 of SaudiNewsNet, judged as bare pairs",
  intercept: -5.2953,
  coefficients: {
    cosine: 1.652,
    jaccard: 1.9584,
    containment: 0.84005,
    lead: 0.75015,
    title: 1.6579,
    bestSupport: 0.50146,
    letters: 2.7388,
    lettersContained: 2.2944,
    otherFigures: -0.57595,
    closeness: 0.387,
  },
};
