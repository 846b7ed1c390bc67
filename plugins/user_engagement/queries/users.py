"""Who the users are and which statistics concern them."""

from user_engagement.model import Catalogue, Need, Statistic, Use, UserGroup

RELATIONS = {
    "user": "users",
    "potential user": "potential users",
    "affected public": "public affected by the statistics",
    "supplier": "suppliers",
    "distributor": "distributors",
    "statutory customer": "statutory customers",
}
PLACES = {"inside": " inside government", "outside": " outside government", None: ""}


def kind_of_user(group: UserGroup) -> str:
    """Say what a group is to the statistics, and where: potential users outside government."""
    return f"{RELATIONS[group.relation]}{PLACES[group.where]}"


def kinds_of_user() -> list[str]:
    """Return all that `kind_of_user` can say: inside government first, where it is not known last."""
    return [f"{relation}{place}" for place in PLACES.values() for relation in RELATIONS.values()]


def with_smaller(catalogue: Catalogue, group: UserGroup) -> list[UserGroup]:
    """Return a group and all groups that are part of it, those of other statements included."""
    found = {group.key: group}
    waiting = [group]
    while waiting:
        smaller = catalogue.referring_to(waiting.pop(), UserGroup)
        new = {each.key: each for each in smaller if each.key not in found}
        found |= new
        waiting += new.values()
    return list(found.values())


def statistics_of(catalogue: Catalogue, group: UserGroup) -> list[Statistic]:
    """Return the statistics that a group uses or needs something of."""
    wanted: tuple[Use | Need, ...] = (*catalogue.referring_to(group, Use), *catalogue.referring_to(group, Need))
    found = (catalogue.find(ref) for each in wanted for ref in each.statistics)
    return list({each.key: each for each in found if isinstance(each, Statistic)}.values())
