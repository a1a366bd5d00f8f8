// The landlord's words that raise a worry, and the days of its own promises. The law's days are settings too: regulations change.
namespace Hearth.Surveys.Cases;

internal sealed record WorrySettings
{
    public const string Key = "surveys.worries";

    /// <summary>Words and phrases; one that ends in * stands for all that begin so.</summary>
    public Dictionary<Worry, List<string>> Words { get; init; } =
        new()
        {
            [Worry.Damp] = ["damp", "mould*", "mold", "mouldy", "black spots", "wet walls", "condensation"],
            [Worry.Safety] =
            [
                "gas leak",
                "smell gas",
                "smell of gas",
                "carbon monoxide",
                "sparking",
                "sparks",
                "bare wires",
                "live wires",
                "electric shock",
                "ceiling fell",
                "ceiling is falling",
                "ceiling coming down",
                "fire door*",
                "no smoke alarm",
                "unsafe",
                "not safe",
            ],
            [Worry.Distress] =
            [
                "suicid*",
                "kill myself",
                "end it all",
                "end my life",
                "self harm*",
                "self-harm*",
                "cannot cope",
                "can't cope",
                "domestic abuse",
                "he hits me",
                "she hits me",
                "afraid of him",
                "afraid of my partner",
                "no food",
                "nothing to eat",
            ],
            [Worry.Complaint] =
            [
                "this is a complaint",
                "formal complaint",
                "make a complaint",
                "i want to complain",
                "i wish to complain",
                "ombudsman",
            ],
        };

    /// <summary>Working days in which a damp or mould hazard is looked into, from the day after the landlord knew.</summary>
    public int InvestigateDays { get; init; } = 10;

    /// <summary>Working days from the end of that to the written summary.</summary>
    public int SummaryDays { get; init; } = 3;

    /// <summary>Working days from the end of that to the home being safe.</summary>
    public int MakeSafeDays { get; init; } = 5;

    /// <summary>Hours in which an emergency is looked into and made safe; they run through nights and weekends.</summary>
    public int EmergencyHours { get; init; } = 24;

    /// <summary>Working days in which a complaint is acknowledged, and answered after that.</summary>
    public int AcknowledgeDays { get; init; } = 5;
    public int AnswerDays { get; init; } = 10;

    /// <summary>The landlord's own promise: working days in which somebody in distress is spoken with.</summary>
    public int DistressDays { get; init; } = 1;

    /// <summary>The landlord's own promise: working days in which a reply is given.</summary>
    public int ReplyDays { get; init; } = 10;
}
