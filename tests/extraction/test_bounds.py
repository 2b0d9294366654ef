"""What is stated of each figure: its words, its bounds, its unit and its role, in sentences of every language."""

import pandas as pd
import pytest

import factkit as fk

# text; then of each figure: its words, relation, the numbers stated (value, low, high), unit, and role if no level.
SENTENCES = {
    "en": [
        (
            "It drew three times as many as the 300 in May.",
            [("three", "exact", 3, "times"), ("300", "exact", 300, "count")],
        ),
        (
            "It may gain 2 percentage points to 3 percentage points.",
            [("2 percentage points to 3", "between", 2, 3, "percentage_point", "level")],
        ),
        ("Just under 4,000 ballots were spoiled.", [("4,000", "nearly", 4000, 4000, "count")]),
        ("A rain of 30 mm per hour fell.", [("30", "exact", 30, "mm/h")]),
        (
            "Zinc fell $12.40 to $2,310.50 an ounce.",
            [("12.40", "exact", 12.4, "USD", "change"), ("2,310.50", "exact", 2310.5, "USD")],
        ),
        (
            "Tin lost $90 a ton, or 1.4 percent.",
            [("90", "exact", 90, "USD", "change"), ("1.4", "exact", 1.4, "percent", "change")],
        ),
        (
            "Joblessness dropped two-tenths of a point to 5.1 percent.",
            [("two-tenths", "exact", 0.2, "percentage_point", "change"), ("5.1", "exact", 5.1, "percent", "share")],
        ),
        ("It is half a mile long.", [("half", "exact", 0.5, "mile")]),
        (
            "The share rebounded $3 (2 percent) to $45.60.",
            [
                ("3", "exact", 3, "USD", "change"),
                ("2", "exact", 2, "percent", "change"),
                ("45.60", "exact", 45.6, "USD"),
            ],
        ),
        (
            "Stocks dropped by 4 million barrels to 428 million.",
            [("4 million", "exact", 4e6, "bbl", "change"), ("428 million", "exact", 428e6, "bbl")],
        ),
        (
            "The mill has 240 looms, down from a peak of 900.",
            [("240", "exact", 240, "count"), ("900", "exact", 900, "count")],
        ),
        ("There were ~300 hives.", [("300", "about", 300, "count")]),
        (
            "The shop made $6 million. Its users grew to 300 million.",
            [("6 million", "exact", 6e6, "USD"), ("300 million", "exact", 3e8, "count")],
        ),
        (
            "Output rose to 60, topping the estimate of 51.",
            [("60", "exact", 60, "count"), ("51", "exact", 51, "count")],
        ),
        ("There were 300 hives, if not more.", [("300", "at_least", 300, "count")]),
        ("It fell below zero.", [("zero", "less_than", 0, "count")]),
        ("It was 5 degrees below zero.", [("5", "exact", -5, "degree")]),
        ("Between 40 and 50 percent of voters stayed home.", [("40 and 50", "between", 40, 50, "percent")]),
        ("The deal is worth $1.5 billion.", [("1.5 billion", "exact", 1.5e9, "USD")]),
        ("A third of the budget is gone.", [("A third", "exact", 1 / 3, "fraction")]),
        ("Nearly two-thirds of pupils passed.", [("two-thirds", "nearly", 2 / 3, 2 / 3, "fraction")]),
        (
            "He bought a dozen eggs and half a million bricks.",
            [("a dozen", "exact", 12, "count"), ("half a million", "exact", 500000, "count")],
        ),
        ("Support fell nearly 20 percentage points.", [("20", "nearly", 20, 20, "percentage_point", "change")]),
        ("The 1.2bn-euro plant opened.", [("1.2bn", "exact", 1.2e9, "EUR")]),
        ("Prices went from $3 to $4 a gallon.", [("3", "exact", 3, "USD"), ("4", "exact", 4, "USD")]),
        ("Shares rose 3% to $45.60.", [("3", "exact", 3, "percent", "change"), ("45.60", "exact", 45.6, "USD")]),
        ("A 300-strong crowd gathered.", [("300", "exact", 300, "count")]),
        ("Several hundred fans waited.", [("Several hundred", "vague", "count")]),
        ("The firm will slash up to 30,000 jobs.", [("30,000", "up_to", 30000, "count")]),
        ("The storm raised up to 40 boats.", [("40", "up_to", 40, "count")]),
        ("The index edged up to 51.", [("51", "exact", 51, "count")]),
        ("The toll was revised up to 84.", [("84", "exact", 84, "count")]),
        ("No fewer than 30 houses burned.", [("30", "at_least", 30, "count")]),
        (
            "As many as 200 sheep died, and up to 40 cows.",
            [("200", "up_to", 200, "count"), ("40", "up_to", 40, "count")],
        ),
        (
            "More than 5,000 but fewer than 6,000 tickets were sold.",
            [("5,000", "more_than", 5000, "count"), ("6,000", "less_than", 6000, "count")],
        ),
        (
            "The company employs some 1,200 people, roughly a quarter of the town.",
            [("1,200", "about", 1200, "count"), ("a quarter", "about", 0.25, "fraction")],
        ),
        ("At least 12 people died and 30 were hurt.", [("12", "at_least", 12, "count"), ("30", "exact", 30, "count")]),
        (
            "Sales grew by 12 percent to 3.4 million euros.",
            [("12", "exact", 12, "percent", "change"), ("3.4 million", "exact", 3.4e6, "EUR")],
        ),
        (
            "Unemployment is at 5.2 per cent, up from 4.8 per cent.",
            [("5.2", "exact", 5.2, "percent"), ("4.8", "exact", 4.8, "percent")],
        ),
        ("It cost £20m, or €23m.", [("20m", "exact", 2e7, "GBP"), ("23m", "exact", 2.3e7, "EUR")]),
        ("They paid 500,000 rupees.", [("500,000", "exact", 500000, "INR")]),
        ("A further 200 tents are on the way.", [("200", "exact", 200, "count", "increment")]),
        ("Ten to 15 boats sank.", [("Ten to 15", "between", 10, 15, "count")]),
        # A change and the level that it leads to are no range.
        (
            "The index rose 12.3 to 4,300.",
            [("12.3", "exact", 12.3, "count", "change"), ("4,300", "exact", 4300, "count")],
        ),
        ("Wages rose 2 to 3 percent.", [("2 to 3", "between", 2, 3, "percent", "change")]),
        (
            "The ratio stood at 11.6 percent, up from 11.2.",
            [("11.6", "exact", 11.6, "percent"), ("11.2", "exact", 11.2, "percent")],
        ),
        ("The song topped the charts in 12 countries.", [("12", "exact", 12, "count")]),
        ("The level passed 400 parts per million.", [("400", "more_than", 400, "ppm")]),
        ("The 1.5-billion-pound order was signed.", [("1.5-billion", "exact", 1.5e9, "GBP")]),
        ("Mice given it lived 24% longer.", [("24", "exact", 24, "percent", "change")]),
        ("It has warmed by 0.85 degrees Celsius since 1880.", [("0.85", "exact", 0.85, "°C", "change")]),
        ("Tin ended up 1.3 to 1.7 percent.", [("1.3 to 1.7", "between", 1.3, 1.7, "percent", "change")]),
        ("They expect 20 percent to 30 percent.", [("20 percent to 30", "between", 20, 30, "percent")]),
        (
            "It went from 20 percent to 30 percent.",
            [("20", "exact", 20, "percent"), ("30", "exact", 30, "percent")],
        ),
        ("It grew 20 percent to 30 miles.", [("20", "exact", 20, "percent", "change"), ("30", "exact", 30, "mile")]),
        ("Seas could rise by 0.3 to 0.9 meters.", [("0.3 to 0.9", "between", 0.3, 0.9, "m", "change")]),
        ("The law covers firms with 50 or more workers.", [("50", "at_least", 50, "count")]),
        ("The murder rate was 3 per 100,000 residents.", [("3", "exact", 3, "count")]),
        ("It has 12 doctors for every 1,000 people.", [("12", "exact", 12, "count")]),
        ("A 4,500-acre blaze burned.", [("4,500", "exact", 4500, "acre")]),
        ("It stores 600 megawatt-hours.", [("600", "exact", 600, "MWh")]),
        (
            "It weighs 1.1 pounds and costs $499.",
            [("1.1", "exact", 1.1, "lb"), ("499", "exact", 499, "USD")],
        ),
        (
            "They will cut emissions 50 percent to 52 percent.",
            [("50 percent to 52", "between", 50, 52, "percent", "change")],
        ),
        (
            "Sales jumped 28%, beating estimates of 25%.",
            [("28", "exact", 28, "percent", "change"), ("25", "exact", 25, "percent")],
        ),
        (
            "Shares lost $2.10, or 3 percent.",
            [("2.10", "exact", 2.1, "USD", "change"), ("3", "exact", 3, "percent", "change")],
        ),
        ("Shares lost $2.10 million.", [("2.10 million", "exact", 2.1e6, "USD")]),
        ("Last week 40 barns burned.", [("40", "exact", 40, "count")]),
        (
            "It cut infections by two-thirds to three-quarters.",
            [("two-thirds to three-quarters", "between", 2 / 3, 0.75, "fraction", "change")],
        ),
        ("It must repay $1.8 billion plus interest.", [("1.8 billion", "exact", 1.8e9, "USD")]),
        ("It drew 200 plus people.", [("200", "at_least", 200, "count")]),
        ("May was 0.7 degrees Celsius warmer.", [("0.7", "exact", 0.7, "°C", "change")]),
        ("Three of every four dollars came from abroad.", [("Three of every four", "exact", 0.75, "fraction")]),
        ("It cost EUR500 million.", [("500 million", "exact", 5e8, "EUR")]),
        (
            "It cost USD1.2 billion, or Rs500 each.",
            [("1.2 billion", "exact", 1.2e9, "USD"), ("500", "exact", 500, "INR")],
        ),
        (
            "It closed up $1.07 or 1.6 percent.",
            [("1.07", "exact", 1.07, "USD", "change"), ("1.6", "exact", 1.6, "percent", "change")],
        ),
        (
            "Murders rose from 41 to 57, or 39 percent.",
            [("41", "exact", 41, "count"), ("57", "exact", 57, "count"), ("39", "exact", 39, "percent")],
        ),
        ("Margins improved 120 basis points.", [("120", "exact", 120, "basis point", "change")]),
        ("He was given 2 terms plus 30 years.", [("2", "exact", 2, "count")]),
        ("Tests turned up 19 cases.", [("19", "exact", 19, "count")]),
        ("The share rose as high as $778.", [("778", "up_to", 778, "USD")]),
        ("The index edged up to 51.3 from 50.8.", [("51.3", "exact", 51.3, "count"), ("50.8", "exact", 50.8, "count")]),
        ("A poll gave her a three-point edge.", [("three", "exact", 3, "percentage_point", "level")]),
        ("Sixteen cows and at least twice as many goats died.", [("Sixteen", "exact", 16, "count")]),
        ("They crossed the 500-meter bridge.", [("500", "exact", 500, "m")]),
        ("The firm paid £1.5 m for water 1.5 m deep.", [("1.5 m", "exact", 1.5e6, "GBP"), ("1.5", "exact", 1.5, "m")]),
        (
            "Tin rose 0.4 percent to 51.3.",
            [("0.4", "exact", 0.4, "percent", "change"), ("51.3", "exact", 51.3, "count")],
        ),
        (
            "Tin rose 0.3% to 5.4%.",
            [("0.3", "exact", 0.3, "percent", "change"), ("5.4", "exact", 5.4, "percent")],
        ),
        ("Tin rose 2% to 3%.", [("2% to 3", "between", 2, 3, "percent", "change")]),
        ("The odds are one in 292 million.", [("one in 292 million", "exact", 1 / 292e6, "fraction")]),
        ("Rents went up by between 5 and 8 percent.", [("5 and 8", "between", 5, 8, "percent", "change")]),
        ("The bill passed with 61 votes.", [("61", "exact", 61, "count")]),
        ("It passed the mark of 3,000 tons.", [("3,000", "more_than", 3000, "t")]),
        ("The land grows nine-tenths of the rice.", [("nine-tenths", "exact", 0.9, "fraction")]),
        ("A bomb went off, wounding scores.", [("scores", "vague", "count")]),
        ("Donors handed over $25 million.", [("25 million", "exact", 2.5e7, "USD")]),
        ("They moved to withhold a total of seven files.", [("seven", "exact", 7, "count")]),
        ("It has a two percent plus or minus margin.", [("two", "exact", 2, "percent")]),
        ("On May 1 in 20 cities sirens wailed.", [("20", "exact", 20, "count")]),
        # A change told twice is a change both times; points beside a percentage that says the same are an index's.
        (
            "The index lost 120.45 points, or 0.7 percent.",
            [("120.45", "exact", 120.45, "point", "change"), ("0.7", "exact", 0.7, "percent", "change")],
        ),
        (
            "Turnout reached 67.8 percent, up 4.1 points.",
            [("67.8", "exact", 67.8, "percent"), ("4.1", "exact", 4.1, "percentage_point", "change")],
        ),
        (
            "The Corvus 30 index rose 5.5 points, 0.3 percent, to 1,570.",
            [
                ("5.5", "exact", 5.5, "point", "change"),
                ("0.3", "exact", 0.3, "percent", "change"),
                ("1,570", "exact", 1570, "point", "level"),
            ],
        ),
        (
            "The gauge added 0.4 percent, 27.2 points, to 6,270.",
            [
                ("0.4", "exact", 0.4, "percent", "change"),
                ("27.2", "exact", 27.2, "point", "change"),
                ("6,270", "exact", 6270, "count", "level"),
            ],
        ),
        (
            "The average rose 44.5, or 0.4 percent, to 10,600.",
            [
                ("44.5", "exact", 44.5, "count", "change"),
                ("0.4", "exact", 0.4, "percent", "change"),
                ("10,600", "exact", 10600, "count", "level"),
            ],
        ),
        (
            "Zinc added $11.80 to $1,584 an ounce.",
            [("11.80", "exact", 11.8, "USD", "change"), ("1,584", "exact", 1584, "USD", "level")],
        ),
        (
            "The stock leapt 13 percent, or $2.95 to $25.05.",
            [
                ("13", "exact", 13, "percent", "change"),
                ("2.95", "exact", 2.95, "USD", "change"),
                ("25.05", "exact", 25.05, "USD", "level"),
            ],
        ),
        (
            "Harlow picked up 28 points, or 1.3 percent.",
            [("28", "exact", 28, "point", "change"), ("1.3", "exact", 1.3, "percent", "change")],
        ),
        ("Earnings rose to 2.91p a share.", [("2.91", "exact", 2.91, "penny", "level")]),
        (
            "She is shooting 45 percent and averaging 22 points.",
            [("45", "exact", 45, "percent"), ("22", "exact", 22, "point", "level")],
        ),
        ("The board cut rates in a 25-basis-point move.", [("25", "exact", 25, "basis point")]),
        ("Ice built up at a rate of 2 inches an hour.", [("2", "exact", 2, "inch", "level")]),
        (
            "The risk fell by 33 percent, or one-third.",
            [("33", "exact", 33, "percent", "change"), ("one-third", "exact", 1 / 3, "fraction", "change")],
        ),
        (
            "The pace was edging up from 5.1% to 5.2%.",
            [("5.1", "exact", 5.1, "percent"), ("5.2", "exact", 5.2, "percent")],
        ),
        ("Prices are 6% off their peak.", [("6", "exact", 6, "percent", "change")]),
        ("It earned $40m, or 11c per share.", [("40m", "exact", 4e7, "USD"), ("11", "exact", 11, "cent")]),
        ("It was 35C when the town paid $2.", [("35", "exact", 35, "°C"), ("2", "exact", 2, "USD")]),
        (
            "Lomax shipped 7 million phones, down from 10 million, and paid $3.",
            [("7 million", "exact", 7e6, "count"), ("10 million", "exact", 1e7, "count"), ("3", "exact", 3, "USD")],
        ),
        (
            "The rate fell to 0.5 from 0.75 percent.",
            [("0.5", "exact", 0.5, "percent"), ("0.75", "exact", 0.75, "percent")],
        ),
        ("It was 1 degree Celsius then 2ºC.", [("1", "exact", 1, "°C"), ("2", "exact", 2, "°C")]),
        (
            "Fires killed 12 men and more than 40 sheep.",
            [("12", "exact", 12, "count"), ("40", "more_than", 40, "count")],
        ),
        (
            "Twelve men died and more than 40 fled.",
            [("Twelve", "exact", 12, "count"), ("40", "more_than", 40, "count")],
        ),
        ("Copper fell another 3.2 percent.", [("3.2", "exact", 3.2, "percent", "change")]),
        (
            "Output swelled 5,200 barrels to 41,000.",
            [("5,200", "exact", 5200, "bbl", "change"), ("41,000", "exact", 41000, "count")],
        ),
        (
            "Tin saw a near-15% surge and a fall of 2.5pc.",
            [("15", "exact", 15, "percent", "change"), ("2.5", "exact", 2.5, "percent", "change")],
        ),
        ("She leads by seven points in the poll.", [("seven", "exact", 7, "percentage_point", "level")]),
        ("Copper added 3 cents.", [("3", "exact", 3, "cent", "change")]),
        ("Growers lost 60 percent of the plums.", [("60", "exact", 60, "percent")]),
        ("The club paid 40 million pounds.", [("40 million", "exact", 4e7, "GBP")]),
        ("He lost 20 pounds in spring.", [("20", "exact", 20, "lb")]),
        ("They recalled 3 million pounds of beef.", [("3 million", "exact", 3e6, "lb")]),
        ("The error is plus or minus 3 percentage points.", [("3", "exact", 3, "percentage_point", "level")]),
        (
            "Output rose to 9.3 mln barrels from 9.1 mln.",
            [("9.3 mln", "exact", 9.3e6, "bbl"), ("9.1 mln", "exact", 9.1e6, "bbl")],
        ),
        ("The motion passed by 219 votes.", [("219", "exact", 219, "count")]),
        ("Three times as many voters came.", [("Three", "exact", 3, "times")]),
        ("A hair is 0.1 millimeters thick.", [("0.1", "exact", 0.1, "mm")]),
        ("It was -7C in the valley.", [("-7", "exact", -7, "°C")]),
        ("A $25-a-month fee is due.", [("25", "exact", 25, "USD")]),
        (
            "A 12-member panel met envoys of the 19-country bloc.",
            [("12", "exact", 12, "count"), ("19", "exact", 19, "count")],
        ),
        ("Scores of sheep drowned.", [("Scores", "vague", "count")]),
        (
            "Of 8,000 pupils, one-quarter of whom walk, few came.",
            [("8,000", "exact", 8000, "count"), ("one-quarter", "exact", 0.25, "fraction")],
        ),
        ("Profit more than doubled to $40m.", [("40m", "exact", 4e7, "USD")]),
        (
            "The fund holds C$2.1 billion and A$300 million.",
            [("2.1 billion", "exact", 2.1e9, "CAD"), ("300 million", "exact", 3e8, "AUD")],
        ),
        ("The temperature hit 41.5 degrees Celsius.", [("41.5", "exact", 41.5, "°C")]),
        ("Rates rose by 25 basis points.", [("25", "exact", 25, "basis point", "change")]),
        ("Only 3 in 10 agreed.", [("3 in 10", "exact", 0.3, "fraction")]),
        ("The toll has passed 1,000.", [("1,000", "more_than", 1000, "count")]),
        ("The crowd numbered 10,000 or more.", [("10,000", "at_least", 10000, "count")]),
        ("Not more than 50 guests may come.", [("50", "up_to", 50, "count")]),
        ("The river rose to just under five metres.", [("five", "nearly", 5, 5, "m")]),
        ("An estimated 40,000 to 50,000 marched.", [("40,000 to 50,000", "between", 40000, 50000, "count")]),
        ("Exactly 111 ballots were spoiled.", [("111", "exact", 111, "count")]),
        ("He owes the bank upwards of $2 million.", [("2 million", "at_least", 2e6, "USD")]),
        ("The hall seats 900-odd spectators.", [("900", "about", 900, "count")]),
        ("Over half of the crop failed.", [("half", "more_than", 0.5, "fraction")]),
        ("Two and a half million people watched.", [("Two and a half million", "exact", 2.5e6, "count")]),
        ("A couple of bombs fell.", [("A couple", "exact", 2, "count")]),
        ("The price fell below $30 a barrel.", [("30", "less_than", 30, "USD")]),
        (
            "He won 51.4% of the vote against 48.6%.",
            [("51.4", "exact", 51.4, "percent"), ("48.6", "exact", 48.6, "percent")],
        ),
        (
            "The bank lost $6.2 billion, about $1.2 billion more than expected.",
            [("6.2 billion", "exact", 6.2e9, "USD"), ("1.2 billion", "about", 1.2e9, "USD")],
        ),
        ("More than 100 million euros' worth of goods burned.", [("100 million", "more_than", 1e8, "EUR")]),
        ("It covers 2,500 square miles.", [("2,500", "exact", 2500, "square mile")]),
        (
            "The ship carried 3,000 tonnes of grain and 200,000 barrels of oil.",
            [("3,000", "exact", 3000, "t"), ("200,000", "exact", 200000, "bbl")],
        ),
        ("A minimum of 60 votes is needed.", [("60", "at_least", 60, "count")]),
        ("Some 40-50 villages were cut off.", [("40-50", "between", 40, 50, "count")]),
        ("Police counted fewer than a thousand marchers.", [("a thousand", "less_than", 1000, "count")]),
        ("The strike cost $10m-$15m.", [("10m-$15m", "between", 1e7, 1.5e7, "USD")]),
        ("Almost 1 million homes lost power.", [("1 million", "nearly", 1e6, 1e6, "count")]),
        (
            "The plane held 150 passengers, including 12 children.",
            [("150", "exact", 150, "count"), ("12", "exact", 12, "count")],
        ),
        ("Five percent of 2,000 samples failed.", [("Five", "exact", 5, "percent"), ("2,000", "exact", 2000, "count")]),
        (
            "Turnout was 60 per cent, 5 points higher than before.",
            [("60", "exact", 60, "percent"), ("5", "exact", 5, "percentage_point", "change")],
        ),
        ("The plan creates 2.5 million jobs over ten years.", [("2.5 million", "exact", 2.5e6, "count")]),
        (
            "It was sold for $1.2 million to $1.5 million.",
            [("1.2 million to $1.5 million", "between", 1.2e6, 1.5e6, "USD")],
        ),
        ("The rope was 12 feet long.", [("12", "exact", 12, "foot")]),
        ("Gold traded at $1,234.56 an ounce.", [("1,234.56", "exact", 1234.56, "USD")]),
        ("He has 40-plus medals.", [("40", "at_least", 40, "count")]),
        ("They want $15 an hour.", [("15", "exact", 15, "USD")]),
        ("Tens of thousands fled.", [("Tens of thousands", "vague", "count")]),
        ("The tax hits incomes above 250,000 dollars.", [("250,000", "more_than", 250000, "USD")]),
    ],
    "fr": [
        (
            "Le titre a lâché 3 euros, soit 2 %, à 45,60 euros.",
            [
                ("3", "exact", 3, "EUR", "change"),
                ("2", "exact", 2, "percent", "change"),
                ("45,60", "exact", 45.6, "EUR"),
            ],
        ),
        ("Il roulait à 120 km à l'heure.", [("120", "exact", 120, "km/h")]),
        ("Le taux atteint 12 cas pour 100 000 habitants.", [("12", "exact", 12, "count")]),
        ("Entre 40 et 50 % des électeurs se sont abstenus.", [("40 et 50", "between", 40, 50, "percent")]),
        ("Le contrat vaut 1,5 milliard d'euros.", [("1,5 milliard", "exact", 1.5e9, "EUR")]),
        ("Près d'un tiers des élèves a échoué.", [("un tiers", "nearly", 1 / 3, 1 / 3, "fraction")]),
        (
            "Une douzaine de maisons et une vingtaine de granges ont brûlé.",
            [("Une douzaine", "about", 12, "count"), ("une vingtaine", "about", 20, "count")],
        ),
        (
            "Au moins 12 personnes sont mortes et 30 ont été blessées.",
            [("12", "at_least", 12, "count"), ("30", "exact", 30, "count")],
        ),
        ("Pas moins de 300 tentes sont arrivées.", [("300", "at_least", 300, "count")]),
        ("Jusqu'à 200 moutons sont morts.", [("200", "up_to", 200, "count")]),
        (
            "Les prix ont augmenté de 3,5 % à 45 euros.",
            [("3,5", "exact", 3.5, "percent", "change"), ("45", "exact", 45, "EUR")],
        ),
        ("Le chômage est passé de 7 à 9 %.", [("7", "exact", 7, "percent"), ("9", "exact", 9, "percent")]),
        ("La société emploie quelque 1 200 personnes.", [("1 200", "about", 1200, "count")]),
        ("Ils ont reçu 200 tentes supplémentaires.", [("200", "exact", 200, "count", "increment")]),
        ("Le bilan dépasse 1 000 morts.", [("1 000", "more_than", 1000, "count")]),
        ("Moins de la moitié des sièges sont occupés.", [("moitié", "less_than", 0.5, "fraction")]),
        (
            "Environ 2 millions et demi de téléspectateurs ont regardé.",
            [("2 millions et demi", "about", 2.5e6, "count")],
        ),
        ("Le trou s'élève à 3 Md€.", [("3 Md", "exact", 3e9, "EUR")]),
        (
            "Le fonds a versé 12 M€ et 5 millions de dollars.",
            [("12 M", "exact", 1.2e7, "EUR"), ("5 millions", "exact", 5e6, "USD")],
        ),
        (
            "Entre deux et trois mille manifestants ont défilé.",
            [("deux et trois mille", "between", 2000, 3000, "count")],
        ),
        ("Dix à quinze bateaux ont coulé.", [("Dix à quinze", "between", 10, 15, "count")]),
        ("Il faut 60 voix au minimum.", [("60", "at_least", 60, "count")]),
        ("Le budget a été réduit d'un million d'euros.", [("un million", "exact", 1e6, "EUR", "change")]),
        ("Les trois quarts des routes sont coupées.", [("trois quarts", "exact", 0.75, "fraction")]),
        ("Ils étaient 500 ou plus.", [("500", "at_least", 500, "count")]),
        ("Il pesait 80 kilos et mesurait 1,90 mètre.", [("80", "exact", 80, "kg"), ("1,90", "exact", 1.9, "m")]),
    ],
    "de": [
        ("Nachts waren es 5 Grad unter null.", [("5", "exact", -5, "°C")]),
        ("Erwartet werden 20 Prozent bis 30 Prozent.", [("20 Prozent bis 30", "between", 20, 30, "percent")]),
        ("Die Inzidenz stieg auf 56 je 100.000 Einwohner.", [("56", "exact", 56, "count")]),
        ("Zwischen 40 und 50 Prozent der Wähler blieben zu Hause.", [("40 und 50", "between", 40, 50, "percent")]),
        ("Der Vertrag ist 1,5 Milliarden Euro wert.", [("1,5 Milliarden", "exact", 1.5e9, "EUR")]),
        ("Fast ein Drittel der Schüler fiel durch.", [("ein Drittel", "nearly", 1 / 3, 1 / 3, "fraction")]),
        (
            "Ein Dutzend Häuser und rund 20 Scheunen brannten.",
            [("Ein Dutzend", "exact", 12, "count"), ("20", "about", 20, "count")],
        ),
        (
            "Mindestens 12 Menschen starben, 30 wurden verletzt.",
            [("12", "at_least", 12, "count"), ("30", "exact", 30, "count")],
        ),
        ("Nicht weniger als 300 Zelte kamen an.", [("300", "at_least", 300, "count")]),
        ("Bis zu 200 Schafe verendeten.", [("200", "up_to", 200, "count")]),
        (
            "Die Preise stiegen um 3,5 Prozent auf 45 Euro.",
            [("3,5", "exact", 3.5, "percent", "change"), ("45", "exact", 45, "EUR")],
        ),
        ("Die Quote stieg von 7 auf 9 Prozent.", [("7", "exact", 7, "percent"), ("9", "exact", 9, "percent")]),
        ("Die Quote soll von 7 auf 9 Prozent wachsen.", [("7", "exact", 7, "percent"), ("9", "exact", 9, "percent")]),
        ("Knapp 2,5 Millionen Zuschauer sahen zu.", [("2,5 Millionen", "nearly", 2.5e6, 2.5e6, "count")]),
        ("Weitere 200 Zelte sind unterwegs.", [("200", "exact", 200, "count", "increment")]),
        ("Mehr als 1000 Tote wurden gezählt.", [("1000", "more_than", 1000, "count")]),
        ("Weniger als die Hälfte der Sitze ist belegt.", [("Hälfte", "less_than", 0.5, "fraction")]),
        ("Das Loch beträgt 3 Mrd. Euro.", [("3 Mrd.", "exact", 3e9, "EUR")]),
        (
            "Einige Hundert Schaulustige und Tausende Touristen kamen.",
            [("Einige Hundert", "vague", "count"), ("Tausende", "vague", "count")],
        ),
        ("Zwei- bis dreitausend Demonstranten zogen los.", [("Zwei- bis dreitausend", "between", 2000, 3000, "count")]),
        ("Zehn bis fünfzehn Boote sanken.", [("Zehn bis fünfzehn", "between", 10, 15, "count")]),
        ("Eine halbe Million Haushalte waren ohne Strom.", [("Eine halbe Million", "exact", 500000, "count")]),
        ("Anderthalb Tonnen Heu verbrannten.", [("Anderthalb", "exact", 1.5, "t")]),
        ("Der Anteil sank um zwei Prozentpunkte.", [("zwei", "exact", 2, "percentage_point", "change")]),
        ("Es waren 500 oder mehr.", [("500", "at_least", 500, "count")]),
        ("Höchstens 50 Gäste dürfen kommen.", [("50", "up_to", 50, "count")]),
        ("Er zahlte 200.000 Schweizer Franken.", [("200.000", "exact", 200000, "CHF")]),
        ("Drei Viertel der Straßen sind gesperrt.", [("Drei Viertel", "exact", 0.75, "fraction")]),
        ("Die Halle fasst gut 900 Zuschauer.", [("900", "more_than", 900, "count")]),
        ("Über 100 Dörfer wurden überflutet.", [("100", "more_than", 100, "count")]),
        ("Unter 30 Dollar kostete das Fass.", [("30", "less_than", 30, "USD")]),
    ],
    "es": [
        (
            "El título avanzó un 3 % hasta 45,60 euros.",
            [("3", "exact", 3, "percent", "change"), ("45,60", "exact", 45.6, "EUR")],
        ),
        ("Cayó a 5 grados bajo cero.", [("5", "exact", -5, "°C")]),
        ("La tasa es de 12 casos por cada 100.000 habitantes.", [("12", "exact", 12, "count")]),
        ("El salario mínimo sube a 900 euros.", [("900", "exact", 900, "EUR")]),
        (
            "Cuatro millones gastan más de la mitad.",
            [("Cuatro millones", "exact", 4e6, "count"), ("mitad", "more_than", 0.5, "fraction")],
        ),
        ("Entre el 40 y el 50 % de los votantes se quedó en casa.", [("40 y el 50", "between", 40, 50, "percent")]),
        ("El contrato vale 1.500 millones de euros.", [("1.500 millones", "exact", 1.5e9, "EUR")]),
        ("Casi un tercio de los alumnos suspendió.", [("un tercio", "nearly", 1 / 3, 1 / 3, "fraction")]),
        (
            "Una docena de casas y unos 20 graneros ardieron.",
            [("Una docena", "about", 12, "count"), ("20", "about", 20, "count")],
        ),
        (
            "Al menos 12 personas murieron y 30 resultaron heridas.",
            [("12", "at_least", 12, "count"), ("30", "exact", 30, "count")],
        ),
        ("No menos de 300 carpas llegaron.", [("300", "at_least", 300, "count")]),
        ("Hasta 200 ovejas murieron.", [("200", "up_to", 200, "count")]),
        (
            "Los precios subieron un 3,5 % hasta 45 euros.",
            [("3,5", "exact", 3.5, "percent", "change"), ("45", "exact", 45, "EUR")],
        ),
        ("El paro pasó del 7 al 9 %.", [("7", "exact", 7, "percent"), ("9", "exact", 9, "percent")]),
        ("Más de 5.000 entradas se vendieron.", [("5.000", "more_than", 5000, "count")]),
        ("Otras 200 carpas están en camino.", [("200", "exact", 200, "count", "increment")]),
        ("Menos de la mitad de los asientos están ocupados.", [("mitad", "less_than", 0.5, "fraction")]),
        ("Dos millones y medio de espectadores lo vieron.", [("Dos millones y medio", "exact", 2.5e6, "count")]),
        ("El agujero asciende a 3 mil 400 millones de pesos.", [("3 mil 400 millones", "exact", 3.4e9, "MXN")]),
        (
            "Cientos de curiosos y miles de turistas vinieron.",
            [("Cientos", "vague", "count"), ("miles", "vague", "count")],
        ),
        ("Dos o tres mil manifestantes marcharon.", [("Dos o tres mil", "between", 2000, 3000, "count")]),
        ("De diez a quince barcos se hundieron.", [("diez a quince", "between", 10, 15, "count")]),
        ("El presupuesto se redujo en un millón de dólares.", [("un millón", "exact", 1e6, "USD", "change")]),
        (
            "Las tres cuartas partes de las carreteras están cortadas.",
            [("tres cuartas partes", "exact", 0.75, "fraction")],
        ),
        ("Eran 500 o más.", [("500", "at_least", 500, "count")]),
        ("Como máximo 50 invitados pueden venir.", [("50", "up_to", 50, "count")]),
        ("El desempleo bajó dos puntos porcentuales.", [("dos", "exact", 2, "percentage_point", "change")]),
        ("Cerca de 900 espectadores caben.", [("900", "nearly", 900, 900, "count")]),
        ("Medio centenar de vecinos protestó.", [("Medio centenar", "about", 50, "count")]),
        ("Una veintena de barcos zarpó.", [("Una veintena", "about", 20, "count")]),
    ],
    "it": [
        (
            "Il titolo ha perso lo 0,3% a 45,60 euro.",
            [("0,3", "exact", 0.3, "percent", "change"), ("45,60", "exact", 45.6, "EUR")],
        ),
        (
            "Tra il 40 e il 50 per cento degli elettori è rimasto a casa.",
            [("40 e il 50", "between", 40, 50, "percent")],
        ),
        ("Il contratto vale 1,5 miliardi di euro.", [("1,5 miliardi", "exact", 1.5e9, "EUR")]),
        ("Quasi un terzo degli alunni è stato bocciato.", [("un terzo", "nearly", 1 / 3, 1 / 3, "fraction")]),
        (
            "Una dozzina di case e una ventina di fienili sono bruciati.",
            [("Una dozzina", "about", 12, "count"), ("una ventina", "about", 20, "count")],
        ),
        (
            "Almeno 12 persone sono morte e 30 sono rimaste ferite.",
            [("12", "at_least", 12, "count"), ("30", "exact", 30, "count")],
        ),
        ("Non meno di 300 tende sono arrivate.", [("300", "at_least", 300, "count")]),
        ("Fino a 200 pecore sono morte.", [("200", "up_to", 200, "count")]),
        (
            "I prezzi sono saliti del 3,5 per cento a 45 euro.",
            [("3,5", "exact", 3.5, "percent", "change"), ("45", "exact", 45, "EUR")],
        ),
        (
            "La disoccupazione è passata dal 7 al 9 per cento.",
            [("7", "exact", 7, "percent"), ("9", "exact", 9, "percent")],
        ),
        ("Altre 200 tende sono in arrivo.", [("200", "exact", 200, "count", "increment")]),
        ("Meno della metà dei posti è occupata.", [("metà", "less_than", 0.5, "fraction")]),
        ("Due milioni e mezzo di spettatori l'hanno visto.", [("Due milioni e mezzo", "exact", 2.5e6, "count")]),
        (
            "Centinaia di curiosi e migliaia di turisti sono venuti.",
            [("Centinaia", "vague", "count"), ("migliaia", "vague", "count")],
        ),
        ("Due o tremila manifestanti hanno sfilato.", [("Due o tremila", "between", 2000, 3000, "count")]),
        ("Da dieci a quindici barche sono affondate.", [("dieci a quindici", "between", 10, 15, "count")]),
        ("I tre quarti delle strade sono chiusi.", [("tre quarti", "exact", 0.75, "fraction")]),
        ("Erano 500 o più.", [("500", "at_least", 500, "count")]),
        ("Al massimo 50 ospiti possono venire.", [("50", "up_to", 50, "count")]),
        ("Oltre 100 villaggi sono stati allagati.", [("100", "more_than", 100, "count")]),
        ("Circa 900 spettatori erano presenti.", [("900", "about", 900, "count")]),
        ("Ha pagato 200 mila euro.", [("200 mila", "exact", 200000, "EUR")]),
    ],
    "ro": [
        ("Costă între 20 de euro și 30 de euro.", [("20 de euro și 30", "between", 20, 30, "EUR")]),
        ("Rata este de 12 cazuri la 100.000 de locuitori.", [("12", "exact", 12, "count")]),
        ("Între 40 și 50 la sută dintre alegători au rămas acasă.", [("40 și 50", "between", 40, 50, "percent")]),
        ("Contractul valorează 1,5 miliarde de euro.", [("1,5 miliarde", "exact", 1.5e9, "EUR")]),
        ("Aproape o treime dintre elevi au picat.", [("o treime", "nearly", 1 / 3, 1 / 3, "fraction")]),
        (
            "Cel puțin 12 oameni au murit și 30 au fost răniți.",
            [("12", "at_least", 12, "count"), ("30", "exact", 30, "count")],
        ),
        ("Nu mai puțin de 300 de corturi au ajuns.", [("300", "at_least", 300, "count")]),
        ("Până la 200 de oi au murit.", [("200", "up_to", 200, "count")]),
        (
            "Prețurile au crescut cu 3,5% la 45 de lei.",
            [("3,5", "exact", 3.5, "percent", "change"), ("45", "exact", 45, "RON")],
        ),
        ("Șomajul a crescut de la 7 la 9%.", [("7", "exact", 7, "percent"), ("9", "exact", 9, "percent")]),
        ("Alte 200 de corturi sunt pe drum.", [("200", "exact", 200, "count", "increment")]),
        ("Mai puțin de jumătate dintre locuri sunt ocupate.", [("jumătate", "less_than", 0.5, "fraction")]),
        (
            "Două milioane și jumătate de telespectatori au privit.",
            [("Două milioane și jumătate", "exact", 2.5e6, "count")],
        ),
        ("Sute de curioși și mii de turiști au venit.", [("Sute", "vague", "count"), ("mii", "vague", "count")]),
        ("Două-trei mii de manifestanți au mărșăluit.", [("Două-trei mii", "between", 2000, 3000, "count")]),
        ("Trei sferturi dintre drumuri sunt închise.", [("Trei sferturi", "exact", 0.75, "fraction")]),
        ("Erau 500 sau mai mulți.", [("500", "at_least", 500, "count")]),
        ("Cel mult 50 de invitați pot veni.", [("50", "up_to", 50, "count")]),
        ("Peste 100 de sate au fost inundate.", [("100", "more_than", 100, "count")]),
        ("Circa 900 de spectatori erau prezenți.", [("900", "about", 900, "count")]),
        ("A plătit 200.000 de lei.", [("200.000", "exact", 200000, "RON")]),
        ("Vreo 20 de bărci s-au scufundat.", [("20", "about", 20, "count")]),
    ],
    "ru": [
        ("До 14 человек выросло число погибших.", [("14", "exact", 14.0, "count")]),
        ("До 14 человек могут погибнуть.", [("14", "up_to", 14.0, "count")]),
        ("Прогноз для хлеба — с 4,3% до 3,8%.", [("4,3", "exact", 4.3, "percent"), ("3,8", "exact", 3.8, "percent")]),
        ("Каждый пятый дом пуст, двадцать пятый сгорел.", [("Каждый пятый", "exact", 0.2, "fraction")]),
        (
            "Мешок подорожал на 45 копеек, до 9,2 тысячи рублей, с 9,1 тысячи годом ранее.",
            [
                ("45", "exact", 45, "kopek", "change"),
                ("9,2 тысячи", "exact", 9200, "RUB"),
                ("9,1 тысячи", "exact", 9100, "RUB"),
            ],
        ),
        ("Завод уволил 3 с лишним тысячи рабочих.", [("3 с лишним тысячи", "more_than", 3000, "count")]),
        ("Ветер достиг 25 метров в секунду.", [("25", "exact", 25, "m/s")]),
        ("Ночью было 15 градусов мороза.", [("15", "exact", -15, "°C")]),
        ("Зафиксировано 12 случаев на 100 тысяч жителей.", [("12", "exact", 12, "count")]),
        ("От 40 до 50 процентов избирателей остались дома.", [("40 до 50", "between", 40, 50, "percent")]),
        ("Контракт стоит 1,5 миллиарда евро.", [("1,5 миллиарда", "exact", 1.5e9, "EUR")]),
        ("Почти треть учеников не сдала.", [("треть", "nearly", 1 / 3, 1 / 3, "fraction")]),
        (
            "По меньшей мере 12 человек погибли и 30 ранены.",
            [("12", "at_least", 12, "count"), ("30", "exact", 30, "count")],
        ),
        ("Не менее 300 палаток прибыло.", [("300", "at_least", 300, "count")]),
        ("До 200 овец погибло.", [("200", "up_to", 200, "count")]),
        (
            "Цены выросли на 3,5% до 45 рублей.",
            [("3,5", "exact", 3.5, "percent", "change"), ("45", "exact", 45, "RUB")],
        ),
        ("Безработица выросла с 7 до 9 процентов.", [("7", "exact", 7, "percent"), ("9", "exact", 9, "percent")]),
        ("Ещё 200 палаток в пути.", [("200", "exact", 200, "count", "increment")]),
        ("Менее половины мест занято.", [("половины", "less_than", 0.5, "fraction")]),
        ("Два с половиной миллиона зрителей смотрели.", [("Два с половиной миллиона", "exact", 2.5e6, "count")]),
        ("Сотни зевак и тысячи туристов пришли.", [("Сотни", "vague", "count"), ("тысячи", "vague", "count")]),
        ("Две-три тысячи демонстрантов прошли.", [("Две-три тысячи", "between", 2000, 3000, "count")]),
        ("Три четверти дорог закрыты.", [("Три четверти", "exact", 0.75, "fraction")]),
        ("Их было 500 или больше.", [("500", "at_least", 500, "count")]),
        ("Не более 50 гостей могут прийти.", [("50", "up_to", 50, "count")]),
        ("Свыше 100 деревень затоплено.", [("100", "more_than", 100, "count")]),
        ("Около 900 зрителей было в зале.", [("900", "about", 900, "count")]),
        ("Он заплатил 200 тыс. долларов.", [("200 тыс.", "exact", 200000, "USD")]),
        ("Полтора десятка лодок затонуло.", [("Полтора десятка", "about", 15, "count")]),
        ("Доля снизилась на два процентных пункта.", [("два", "exact", 2, "percentage_point", "change")]),
        ("200-тысячная армия отступила.", [("200-тысячная", "exact", 200000, "count")]),
    ],
    "uk": [
        (
            "Інфляція зросла на 0,3 відсоткового пункту.",
            [("0,3", "exact", 0.3, "percentage_point", "change")],
        ),
        ("Зафіксовано 12 випадків на 100 тисяч жителів.", [("12", "exact", 12, "count")]),
        ("Від 40 до 50 відсотків виборців лишилися вдома.", [("40 до 50", "between", 40, 50, "percent")]),
        ("Контракт коштує 1,5 мільярда євро.", [("1,5 мільярда", "exact", 1.5e9, "EUR")]),
        ("Майже третина учнів не склала.", [("третина", "nearly", 1 / 3, 1 / 3, "fraction")]),
        (
            "Щонайменше 12 людей загинули і 30 поранені.",
            [("12", "at_least", 12, "count"), ("30", "exact", 30, "count")],
        ),
        ("Не менше 300 наметів прибуло.", [("300", "at_least", 300, "count")]),
        ("До 200 овець загинуло.", [("200", "up_to", 200, "count")]),
        (
            "Ціни зросли на 3,5% до 45 гривень.",
            [("3,5", "exact", 3.5, "percent", "change"), ("45", "exact", 45, "UAH")],
        ),
        ("Безробіття зросло з 7 до 9 відсотків.", [("7", "exact", 7, "percent"), ("9", "exact", 9, "percent")]),
        ("Ще 200 наметів у дорозі.", [("200", "exact", 200, "count", "increment")]),
        ("Менше половини місць зайнято.", [("половини", "less_than", 0.5, "fraction")]),
        ("Два з половиною мільйони глядачів дивилися.", [("Два з половиною мільйони", "exact", 2.5e6, "count")]),
        ("Сотні роззяв і тисячі туристів прийшли.", [("Сотні", "vague", "count"), ("тисячі", "vague", "count")]),
        ("Дві-три тисячі демонстрантів пройшли.", [("Дві-три тисячі", "between", 2000, 3000, "count")]),
        ("Три чверті доріг закриті.", [("Три чверті", "exact", 0.75, "fraction")]),
        ("Їх було 500 або більше.", [("500", "at_least", 500, "count")]),
        ("Не більше 50 гостей можуть прийти.", [("50", "up_to", 50, "count")]),
        ("Понад 100 сіл затоплено.", [("100", "more_than", 100, "count")]),
        ("Близько 900 глядачів було в залі.", [("900", "about", 900, "count")]),
        ("Він заплатив 200 тис. доларів.", [("200 тис.", "exact", 200000, "USD")]),
        ("Пів мільйона осель лишилося без світла.", [("Пів мільйона", "exact", 500000, "count")]),
    ],
    "ko": [
        ("시속 120km로 달렸다.", [("120", "exact", 120, "km/h")]),
        ("농도는 45㎍/㎥였다.", [("45", "exact", 45, "µg/m³")]),
        ("3억 캐나다 달러를 냈다.", [("3억", "exact", 3e8, "CAD")]),
        ("유권자의 40~50%가 기권했다.", [("40~50", "between", 40, 50, "percent")]),
        ("계약 규모는 1조5천억 원이다.", [("1조5천억", "exact", 1.5e12, "KRW")]),
        ("적어도 12명이 숨지고 30명이 다쳤다.", [("12", "at_least", 12, "count"), ("30", "exact", 30, "count")]),
        ("천막 300개 이상이 도착했다.", [("300", "at_least", 300, "count")]),
        ("최대 200마리가 죽었다.", [("200", "up_to", 200, "count")]),
        ("가격이 3.5% 올랐다.", [("3.5", "exact", 3.5, "percent", "change")]),
        ("천막 200개가 추가로 오고 있다.", [("200", "exact", 200, "count", "increment")]),
        ("절반 이하만 참석했다.", [("절반", "up_to", 0.5, "fraction")]),
        ("관객 250만여 명이 봤다.", [("250만", "about", 2.5e6, "count")]),
        ("수백 명의 구경꾼과 수천 명의 관광객이 왔다.", [("수백", "vague", "count"), ("수천", "vague", "count")]),
        ("시위대 2천~3천 명이 행진했다.", [("2천~3천", "between", 2000, 3000, "count")]),
        ("50명 미만이 왔다.", [("50", "less_than", 50, "count")]),
        ("마을 100곳이 넘게 잠겼다.", [("100", "more_than", 100, "count")]),
        ("약 900명이 있었다.", [("900", "about", 900, "count")]),
        ("그는 20만 달러를 냈다.", [("20만", "exact", 200000, "USD")]),
        ("1천 명 가까이 모였다.", [("1천", "nearly", 1000, 1000, "count")]),
        ("서너 명이 다쳤다.", [("서너", "between", 3, 4, "count")]),
        ("점유율이 2%포인트 떨어졌다.", [("2", "exact", 2, "percentage_point", "change")]),
        ("500명 안팎이 남았다.", [("500", "about", 500, "count")]),
    ],
}
CASES = [(language, *case) for language, cases in SENTENCES.items() for case in cases]
_SHARES = {"percent", "fraction", "percentage_point"}


def rows(text, language):
    articles = fk.read_articles([{"text": text, "language": language, "published": "2025-03-12"}])
    found = []
    for figure in fk.extract(articles, progress=False).figures.itertuples():
        stated = [number for number in (figure.value, figure.low, figure.high) if pd.notna(number)]
        found.append((figure.text, figure.relation, *stated, figure.unit, figure.role))
    return found


def whole(row):
    """The row with its role: a level or, of a share's unit, a share, where the case tells none."""
    if row[-1] in {"level", "increment", "change", "share"}:
        return row
    return (*row, "share" if row[-1] in _SHARES else "level")


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_rows(language, text, expected):
    assert rows(text, language) == [whole(row) for row in expected]


def test_a_currency_needs_its_sign_or_stands_after():
    assert rows("They paid a $500 fine and A$300 more.", "en") == [
        ("500", "exact", 500, "USD", "level"),
        ("300", "exact", 300, "AUD", "level"),
    ]
    assert rows("Her party won 12 seats and paid 900 won.", "en") == [
        ("12", "exact", 12, "count", "level"),
        ("900", "exact", 900, "KRW", "level"),
    ]


MONEY = [
    ("en", "CZK 14, SEK 15 and R$80 were paid.", ["CZK", "SEK", "BRL"]),
    ("en", "It costs 500 Czech crowns, 20 cents or 30 pence.", ["CZK", "cent", "penny"]),
    ("en", "They took 10 $5 coins and 9 million Turkish lira.", ["count", "USD", "TRY"]),
    ("en", "It is worth $1.2bn (£900m).", ["USD", "GBP"]),
    ("fr", "Il a payé 14 zlotys, 20 centimes et 3,5 M€.", ["PLN", "cent", "EUR"]),
    ("de", "Es kostet 1 Mio. Kč, 3 Mrd. USD und 16 Cent.", ["CZK", "USD", "cent"]),
    ("es", "Pagó US$8, 300 céntimos y 10 soles.", ["USD", "cent", "PEN"]),
    ("it", "La multa è di euro 500 o 13 zloty.", ["EUR", "PLN"]),
    ("ro", "Costă 20 RON, 8 lei și 3 milioane USD.", ["RON", "RON", "USD"]),
    ("ru", "Он заплатил 15 злотых, $8 и 300 руб.", ["PLN", "USD", "RUB"]),
    ("uk", "Він заплатив 300 грн, 15 злотих і 500 млн ₴.", ["UAH", "PLN", "UAH"]),
    ("ko", "₩3000와 $20, 5유로를 냈다.", ["KRW", "USD", "EUR"]),
]


@pytest.mark.parametrize(("language", "text", "units"), MONEY)
def test_money(language, text, units):
    found = fk.extract(fk.read_articles([{"text": text, "language": language}]), progress=False).figures
    assert list(found["unit"]) == units
    assert set(found["measure"]) <= {"money", "other"}


LISTS = [
    ("en", "The blast killed 12 men, 7 women and three children."),
    ("de", "Bei dem Unfall starben zwölf Männer, sieben Frauen und drei Kinder."),
    ("fr", "L'explosion a tué douze hommes, sept femmes et trois enfants."),
    ("es", "Murieron 12 hombres, 7 mujeres y tres niños."),
    ("ru", "Погибли 12 мужчин, 7 женщин и трое детей."),
    ("uk", "Загинули 12 чоловіків, 7 жінок і троє дітей."),
]


@pytest.mark.parametrize(("language", "text"), LISTS)
def test_a_list_of_people_shares_its_measure(language, text):
    found = fk.extract(fk.read_articles([{"text": text, "language": language}]), progress=False).figures
    assert list(found["measure"]) == ["killed"] * 3
