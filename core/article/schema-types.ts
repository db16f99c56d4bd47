// Which of schema.org's types are an article, and which say that a page is mainly something else
// (https://schema.org/Article and its subtypes, read in 2026). TechArticle and the postings of forums and
// social media are articles by schema.org's tree, but not what a reader calls one.

/** News by its own word. */
export const NEWS = /^(?:\w*NewsArticle|LiveBlogPosting|Report|SatiricalArticle)$/;
/** An article of whatever kind. */
export const STORY =
  /^(?:\w*NewsArticle|LiveBlogPosting|Report|SatiricalArticle|Article|BlogPosting|ScholarlyArticle)$/;
/** A page that is mainly this is no article. */
export const ELSE =
  /^(?:Product(?:Group|Model)?|Offer|AggregateOffer|VideoObject|Clip|Movie|TV\w+|Music\w+|Podcast\w+|Radio\w+|Game|VideoGame|Software\w+|WebApplication|MobileApplication|CollectionPage|ItemList|SearchResultsPage|ProfilePage|QAPage|Question|FAQPage|ContactPage|AboutPage|CheckoutPage|DiscussionForumPosting|SocialMediaPosting|Recipe|JobPosting|Course|Store|LocalBusiness|Restaurant|Hotel|RealEstateListing|ImageGallery|MediaGallery|Dataset|EmailMessage|APIReference)$/;
