"""The vocabulary of synthetic statements: patterns of sentences, and the words that fill them."""

TOPICS = (
    "bus fares", "school meals", "river levels", "rented homes", "road repairs", "library visits", "air quality",
    "farm incomes", "court waiting times", "childcare places", "town centres", "rail journeys", "house building",
    "hospital food", "adult learning", "business energy", "waste and recycling", "ferry services", "rough sleeping",
    "fire prevention", "further education", "woodland cover", "social care staff", "planning decisions",
    "museum visits", "animal health", "cycling and walking", "drinking water", "student finance", "parking charges",
    "household spending", "fishing fleets", "pension saving", "noise at night", "job vacancies", "flood defences",
    "sports grounds", "heat networks", "prison education", "street lighting",
)  # fmt: skip

PLACES = (
    "Northshire", "Eastmoor", "the Western Isles of Arle", "Southvale", "Midford", "Upper Teme", "the Lowlands",
    "Harbourside", "the Marches", "Kingsbridge", "Fenland", "Dale and Wold", "Stonebury", "Lakeland", "the Levels",
    "Ashdown", "Millbrook", "the Peninsula", "Castleford West", "Longmead", "Birchwood", "the Vale", "Highcross",
    "Riverton", "Oldhaven",
)  # fmt: skip

SLOTS: dict[str, tuple[str, ...]] = {
    "group": (
        "local councils", "charities", "researchers", "journalists", "pupils and parents", "small firms", "residents",
        "planners", "policy teams", "lenders", "unions", "auditors", "teachers", "campaigners", "software suppliers",
    ),
    "product": (
        "the yearly tables", "the monthly bulletin", "the quality report", "the open data files", "the map",
        "the charts", "the summary", "the release calendar", "the method notes",
        "the revisions policy", "the time series",
    ),
    "detail": (
        "small areas", "single months", "rural places", "age bands", "the four nations", "income groups",
        "new providers", "the years before 2015", "disabled people", "every council", "weekends",
        "the smallest schools",
    ),
    "purpose": (
        "setting budgets", "planning services", "answering questions in council", "checking a grant", "writing reports",
        "comparing themselves with neighbours", "teaching", "forecasting demand", "holding decisions to account",
        "deciding where to invest", "training models", "judging a local scheme",
    ),
    "way": (
        "a short survey", "two workshops", "a talk with each group", "the mailbox", "a webinar", "the user forum",
        "a test with six readers", "a round of interviews", "our newsletter", "a poll on the release page",
    ),
    "change": (
        "area codes", "a table of counts", "confidence intervals", "plain headings", "a longer back series",
        "rounded figures", "notes on breaks in the series", "earlier release dates", "a machine-readable file",
        "worked examples", "maps with a text alternative", "one table for each council",
    ),
    "limit": (
        "the sample is too small", "the supplier does not record it", "the law does not let us link the records",
        "it would take staff from the main release", "the figures would disclose single people",
        "another body owns the data", "quality would fall below what users expect", "the contract runs until next year",
    ),
    "month": ("January", "March", "April", "June", "July", "September", "October", "November"),
    "number": tuple(str(number) for number in range(3, 97)),
}  # fmt: skip

TITLES: dict[str, tuple[str, ...]] = {
    "promise": ("Listen to {group}", "Explain {product}", "Ask before we change {product}", "Say what {group} told us"),
    "action": ("Add {change}", "Ask {group} about {product}", "Review {product}", "Test {product} with {group}"),
    "need": ("Figures for {detail}", "{change} for {group}", "Help with {product}", "Faster figures for {detail}"),
    "outcome": ("Figures for {detail}", "{change} in {product}", "What {group} said about {product}"),
    "activity": ("What {group} need", "{product} and {group}", "Views on {detail}"),
}

SENTENCES: dict[str, tuple[str, ...]] = {
    "mission": (
        "We make figures that {group} and {group2} can trust for {purpose}.",
        "Our work helps {group} with {purpose} and {group2} with questions about {detail}.",
    ),
    "about": (
        "{group} and {group2} use these figures for {purpose}.",
        "Figures on {topic} help {group} with {purpose}.",
        "{number} bodies in {place} take {product} every year.",
    ),
    "objective": ("That {group} find {product} easy to use.", "That {group} have a say before {product} change."),
    "reach": ("We reach {group} through {way}.", "Write to us about {product}; in {month} we also hold {way}."),
    "group": ("They use {product} for {purpose}.", "Many of them know {topic} well and want {change}."),
    "promise": (
        "We tell {group} within {number} working days what became of their views.",
        "We ask {group} before we change {product} on {topic}.",
        "We publish {change} wherever figures for {detail} allow it.",
        "We use {way} to hear from {group} who are new to {product}.",
    ),
    "do": (
        "We put {change} into {product}, starting with {detail}.",
        "We go through {product} with {group} and write down what is missing.",
        "We hold {way} with {group} and publish [a note](https://example.org/notes/{number}) in {month}.",
    ),
    "note": (
        "{number} tables have {change} now; {detail} follow in {month}.",
        "We heard from {number} users, mostly {group}.",
        "The first part was ready in {month}; the rest waits for {group}.",
        "It took longer than planned because {limit}.",
    ),
    "use": (
        "{group} use {product} for {purpose} in {place}.",
        "Figures from {product} go into {purpose} by {group}.",
    ),
    "need": (
        "{group} ask for figures for {detail}, because {purpose} depends on them.",
        "For {purpose}, {group} need {change} by {month} of each year.",
    ),
    "said": (
        "We miss {change} in {product}, so that {purpose} takes days.",
        "{group} found {product} hard and asked for {change}.",
        "{group} wanted figures for {detail} as well.",
        "We got {product} too late for {purpose} in {month}.",
    ),
    "decided": (
        "We add {change} to {product}, first for {detail}.",
        "We keep {product} and explain more to {group}.",
        "We publish {product} on {topic} {number} days earlier.",
    ),
    "reason": (
        "We cannot do more for {detail} because {limit}.",
        "At present {limit}. We ask again in {month}.",
    ),
    "next": ("In {month} we ask {group} whether {change} helped.", "We look at {product} again, *not before {month}*."),
}
