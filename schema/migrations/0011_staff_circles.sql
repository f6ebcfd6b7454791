-- Of a circle that a coordinator made: the organisation whose colleagues alone are in it, so that a parent's contact details
-- reach whoever keeps an assignment. NULL: a family's circle, like every one from before.
ALTER TABLE circle ADD COLUMN staff_of INTEGER REFERENCES organisation (id);
