-- Which indicators have a current figure?
-- Grain: one row per indicator, by its id.
-- Parameters: none
select distinct indicator
from figures
order by indicator
