// What the page of parts shows: invented figures of an invented landlord.
using Hearth.DesignSystem.Public.Charts;
using Hearth.DesignSystem.Public.TheLoop;

namespace Hearth.DesignSystem.Kit;

internal sealed partial class KitModel
{
    public static Told Told { get; } = new(3486, 348, 37);

    public static IReadOnlyList<LoopStopState> Stops { get; } =
    [
        new(LoopStop.Access, "386", "people we cannot reach"),
        new(LoopStop.CollectViews, "4", "activities open, 730 answers this month"),
        new(LoopStop.Scrutinise, "1", "exercise: call-backs, panel on 8 Dec"),
        new(LoopStop.GatherEvidence, "3", "information requests, 1 late", Hot: true),
        new(LoopStop.Propose, "6", "recommendations wait for a reply"),
        new(LoopStop.Agree, "2", "papers for Cabinet, 20 Jan"),
        new(LoopStop.TellEveryone, "37", "people overdue to be told", Hot: true),
        new(LoopStop.Monitor, "11", "promises checked, 2 slipping"),
    ];

    public static Satisfaction Listens { get; } =
        new("Listens to your views and acts upon them, 2025 to 2026", [301, 392, 158, 131, 104], NotApplicable: 118);

    public static ResponseLine Line { get; } =
        new(
            "You will pass 565 answers around 26 November.",
            "Answers by day, and expected",
            new DateOnly(2026, 11, 2),
            new DateOnly(2026, 12, 18),
            [
                new(new DateOnly(2026, 11, 2), 0),
                new(new DateOnly(2026, 11, 3), 41),
                new(new DateOnly(2026, 11, 4), 78),
                new(new DateOnly(2026, 11, 5), 102),
                new(new DateOnly(2026, 11, 7), 131),
                new(new DateOnly(2026, 11, 9), 214),
                new(new DateOnly(2026, 11, 10), 262),
                new(new DateOnly(2026, 11, 12), 318),
            ],
            Needed: 565,
            Expected:
            [
                new(new DateOnly(2026, 11, 12), 318, 318, 318),
                new(new DateOnly(2026, 11, 20), 430, 412, 452),
                new(new DateOnly(2026, 11, 26), 565, 532, 604),
                new(new DateOnly(2026, 12, 7), 670, 628, 716),
                new(new DateOnly(2026, 12, 18), 742, 690, 800),
            ]
        );

    public static IReadOnlyList<Shortfall> Short { get; } =
    [
        new(
            "16 to 34",
            76,
            [new("Heard", "72, share 148"), new("Can be asked now", "1,166 of 1,459"), new("Best way", "Text: 1 in 9 answer")],
            "Invite 642 people",
            "~/kit"
        ),
        new(
            "35 to 54",
            72,
            [new("Heard", "301, share 373"), new("Can be asked now", "2,890 of 3,677"), new("Best way", "Phone, evenings: 1 in 5")],
            "Invite 440 people",
            "~/kit"
        ),
        new(
            "55 and over",
            -205,
            [new("Heard", "831, share 626"), new("Counts in results as", "0.79 each"), new("Invitations needed", "None")]
        ),
    ];

    public static Comparison ByAge { get; } =
        new(
            "Nobody under 35 is involved. People over 55 speak for almost everyone.",
            "All tenants, involved tenants and respondents by age",
            "Age",
            new("Involved tenants", "among the involved", 41),
            new("Answered the yearly survey", "among the answers", 1204),
            [
                new("16 to 34", 1459, 12.3m, new(0, 0m, 5), new(72, 6m, 76)),
                new("35 to 54", 3677, 31m, new(5, 12m, 8), new(301, 25m, 72)),
                new("55 and over", 6131, 52m, new(36, 88m, -15), new(831, 69m, -205)),
                new("Not known", 593, 5m, new(0, 0m, 2, Marker.Hidden), new(0, 0m, 60), Remark: "No date of birth on file for 593 tenants"),
            ]
        );

    public static BarRows Heard { get; } =
        new(
            "Homes that told us something in the last 12 months, in every 100.",
            "Homes heard in the last 12 months, by ward, to 12 November 2026",
            ["Ward", "In 100", "Homes", "Heard"],
            [
                new("Marsh End", 17, "17 in 100", Hot: true, Remark: "19 short", More: ["1,176", "200"]),
                new("Fennside", 21, "21 in 100", Hot: true, Remark: "15 short", More: ["1,388", "291"]),
                new("Millfield", 38, "38 in 100", More: ["1,540", "585"]),
                new("Kiln Lane", 46, "46 in 100", More: ["902", "415"]),
                new("Castle Fields", 0, "", Marker: Marker.Hidden, More: ["23", "[c]"]),
            ],
            Line: 36,
            LineName: "The whole of Ousebridge: 36 in 100",
            Most: 60
        );

    public static Targets Wanted { get; } =
        new(
            "Answers by ward: so far, needed and expected",
            "Ward",
            [
                new("Bridgegate", 58, 85, 135),
                new("Castle Fields", 71, 64, 96),
                new("Fennside", 24, 83, 56),
                new("Kiln Lane", 4, 12, 9, Marker.Hidden),
            ],
            ExpectedTitle: "By 18 Dec"
        );

    public static DotPlot ByWard { get; } =
        new(
            "Only Fennside is clearly different from the rest.",
            "Satisfied that we listen and act, by ward, 2025 to 2026",
            "Ward",
            [
                new("Bridgegate", 67.3m, 60.8m, 73.9m, 196),
                new("Castle Fields", 66.9m, 59.3m, 74.4m, 148),
                new("Fennside", 47.8m, 37.6m, 58.0m, 92),
                new("Kiln Lane", 0m, 0m, 0m, 8, Marker.Hidden),
            ],
            Line: 63.8,
            LineName: "Ousebridge, 63.8%"
        );

    public static IReadOnlyList<Said> Answers { get; } =
    [
        new(
            Outcome.Did,
            "I wait in all day for a repair and nobody comes.",
            "183 people, in the repairs survey in May",
            [
                "You now get a text when the repairs team sets off, and a number that reaches them.",
                "Missed visits are down from 14 in every 100 to 6.",
            ],
            [new("calendar", "Started 1 September"), new("mail", "All 183 people told")]
        ),
        new(
            Outcome.Doing,
            "When you promise to ring me, ring me.",
            "142 people, in last year’s survey, and the Tenants’ Panel",
            ["The panel asked us to ring everyone back in two days, and to show you the figures. Councillors decide on 20 January."],
            [new("calendar", "Decision 20 January"), new("mail", "142 people will be told")]
        ),
        new(
            Outcome.Cannot,
            "Bring back a caretaker for each block.",
            "58 people, at four Tenants’ Forums",
            [
                "A caretaker in every block would add £4.10 a week to everyone’s rent. Instead, two caretakers now visit each block twice a week.",
            ],
            [new("calendar", "Started 2 November"), new("mail", "51 of 58 people told so far")],
            Href: "~/kit"
        ),
    ];
}
