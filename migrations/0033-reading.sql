-- Which documents were repealed by this one: the page of every document asks.
create index published_repealed on published_records (organ_id) where repealed_on is not null;
