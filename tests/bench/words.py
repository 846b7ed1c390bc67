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
        "the yearly tables", "the monthly bulletin", "the quality report", "the open data files", "the map", "the charts",
        "the summary", "the release calendar", "the method notes", "the revisions policy", "the time series",
    ),
    "detail": (
        "small areas", "single months", "rural places", "age bands", "the four nations", "income groups", "new providers",
        "the years before 2015", "disabled people", "every council", "weekends", "the smallest schools",
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
    "about": (
        "These statistics help {group} with {purpose}, and in {place} they are read most in {month}.",
        "Figures on {topic} are used by {group} and {group2} for {purpose}.",
        "About {number} organisations in {place} take {product} on {topic} every year.",
    ),
    "promise": (
        "We will tell {group} what became of every view on {product} within {number} working days.",
        "We will ask {group} and {group2} before anything changes in {product} on {topic}.",
        "We will publish {change} wherever figures on {topic} for {detail} allow it.",
        "We will use {way} to hear from {group} who do not yet use {product}.",
    ),
    "do": (
        "We put {change} into {product}, starting with {detail}, and ask {group} whether it helps.",
        "The team goes through {product} on {topic} with {group} and writes down what is missing for {purpose}.",
        "We hold {way} with {group} in {place} and publish [a note of it](https://example.org/notes/{number}) in {month}.",
    ),
    "note": (
        "{number} of the tables have {change} now; those for {detail} follow in {month}.",
        "We heard from {number} users, mostly {group}, and go on with {way}.",
        "The first part was ready in {month}. What is left waits for {group}.",
        "It took longer than planned because {limit}.",
    ),
    "use": (
        "{group} use {product} for {purpose} in {place}, most of all figures for {detail}.",
        "{product} on {topic} feed into {purpose} by {group}, who look at {detail} first.",
        "When {group} in {place} are {purpose}, they start from {product} and add figures of their own.",
    ),
    "need": (
        "{group} ask for figures on {topic} for {detail}, because {purpose} in {place} depends on them.",
        "For {purpose}, {group} need {change} in {product}, by {month} of each year.",
        "{group} cannot use {product} for {purpose} without {change} for {detail}.",
    ),
    "said": (
        "{group} told us that {product} on {topic} lack {change}, so that {purpose} takes them days.",
        "Some {group} in {place} found {product} hard to follow and asked for {change}.",
        "{number} people, most of them {group}, wanted figures for {detail} as well.",
        "{group} said that {product} come too late for {purpose} in {month}.",
    ),
    "decided": (
        "We will add {change} to {product}, first for {detail}.",
        "We keep {product} as they are and explain them better to {group}.",
        "We will bring {product} on {topic} forward by {number} days.",
    ),
    "reason": (
        "We cannot do more for {detail} because {limit}.",
        "For figures on {topic} in {place}, {limit}, and {group} told us that {purpose} can wait.",
        "At present {limit}; {group} and {group2} know of this and agreed to come back to it in {month}.",
    ),
    "instead": (
        "Until then {group} can ask the team for {product} for {detail}.",
        "Figures for {detail} from an earlier year are in {product}.",
    ),
    "next": (
        "In {month} we ask {group} in {place} whether {change} helped with {purpose}.",
        "We look at {product} on {topic} again with {group} after {way}, *not before {month}*.",
    ),
    "group": (
        "They come to {product} for {purpose} and often look for {detail}.",
        "Many of them in {place} know {topic} well and want {change}.",
    ),
}
