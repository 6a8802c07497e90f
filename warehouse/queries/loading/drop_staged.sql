-- Let go of a temporary table or view of the load. Parameters: {kind}, {staged}.
drop {kind} if exists temp.{staged}
