// A survey: what is asked, of whom, from when to when, and by when those who answer are told what came of it.
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;

namespace Hearth.Surveys.Questionnaires;

internal enum SurveyStatus
{
    Draft,

    /// <summary>Ready: it opens by itself on its first day.</summary>
    Scheduled,
    Open,
    Closed,
}

internal sealed class Survey
{
    /// <summary>The rule that leaves working copies and try-outs out; a query names it to see them.</summary>
    public const string Copies = "copies";

    public const int LongestTitle = 120;
    public const int LongestIntroduction = 3000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Title { get; set; } = "";

    /// <summary>What tenants read before the first question: why we ask, what happens next.</summary>
    public string Introduction { get; set; } = "";

    /// <summary>First and last day of answering, both inclusive, in England.</summary>
    public DateOnly OpensOn { get; set; }
    public DateOnly ClosesOn { get; set; }
    public SurveyStatus Status { get; set; }

    /// <summary>Days from closing within which everyone who answered is told. The landlord's promise.</summary>
    public int TellWithinDays { get; set; } = 28;

    /// <summary>Who is asked: JSON of People's AudienceFilter.</summary>
    public string Audience { get; set; } = "{}";

    /// <summary>Start of the links in messages, without a slash at the end; fixed when the survey was opened or set to open.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>Households that matched when it opened, asked or not: what a margin is worked out against.</summary>
    public int Population { get; set; }

    /// <summary>Of them, not asked: JSON of Asking's NotAsked.</summary>
    public string NotAsked { get; set; } = "{}";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? OpenedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Why it was stopped before its last day; null where it ran to the end.</summary>
    public string? StoppedBecause { get; set; }

    /// <summary>Guards against two officers saving over each other.</summary>
    public int Version { get; set; }

    /// <summary>Which version of its questions is asked now; each change while it is open makes a new one.</summary>
    public int Edition { get; set; } = 1;

    /// <summary>The regulator's measures it was fielded under, fixed as it opened; null where it asks none of them, or has not opened.</summary>
    public string? MeasureSet { get; set; }

    /// <summary>Languages its questions are translated into, as BCP 47 writes them, in the order they were added.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>The open survey of whose next version this is the working copy.</summary>
    public Guid? RevisionOf { get; set; }

    /// <summary>The draft that a few people try out here before everyone is asked.</summary>
    public Guid? PilotOf { get; set; }

    /// <summary>Not a survey of its own: a working copy or a try-out.</summary>
    public bool IsWorkingCopy => RevisionOf is not null || PilotOf is not null;

    /// <summary>What stands for this survey in the loop and in the lists.</summary>
    public Guid Stands => PilotOf ?? RevisionOf ?? Id;

    /// <summary>A draft with the same words and days.</summary>
    public Survey WorkingCopy(DateTimeOffset at) =>
        new()
        {
            Title = Title,
            Introduction = Introduction,
            OpensOn = OpensOn,
            ClosesOn = ClosesOn,
            TellWithinDays = TellWithinDays,
            Audience = Audience,
            PublicAddress = PublicAddress,
            Languages = [.. Languages],
            CreatedAt = at,
        };

    /// <summary>The last day answers were taken: the planned one, or the day it was stopped.</summary>
    public DateOnly LastDay => ClosedAt is { } at && StoppedBecause is not null ? at.DayInLondon() : ClosesOn;

    /// <summary>The day by which everyone who answered is told.</summary>
    public DateOnly TellBy => LastDay.AddDays(TellWithinDays);

    /// <summary>What is wrong with the title, the words and the dates.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Title))
        {
            yield return new TitleMissing();
        }
        else if (Title.Length > LongestTitle)
        {
            yield return new TitleTooLong();
        }
        if (Introduction.Length > LongestIntroduction)
        {
            yield return new IntroductionTooLong();
        }
        if (ClosesOn < OpensOn)
        {
            yield return new ClosesBeforeItOpens();
        }
        if (TellWithinDays is < 1 or > 180)
        {
            yield return new TellOutOfRange();
        }
    }

    /// <summary>Why its questions may not be changed, or null.</summary>
    public Refusal? QuestionsLocked() => Status == SurveyStatus.Draft ? null : new QuestionsAreLocked(Status);

    /// <summary>Why it cannot be opened, or set to open, today.</summary>
    public IEnumerable<Refusal> NotReadyToOpen(int questions, DateOnly today)
    {
        if (Status == SurveyStatus.Open)
        {
            return [new SurveyAlreadyOpen()];
        }
        if (Status == SurveyStatus.Closed)
        {
            return [new SurveyAlreadyClosed()];
        }
        List<Refusal> found = [.. Faults()];
        if (questions == 0)
        {
            found.Add(new NoQuestions());
        }
        if (string.IsNullOrWhiteSpace(Introduction))
        {
            found.Add(new IntroductionMissing());
        }
        if (ClosesOn >= OpensOn && ClosesOn < today)
        {
            found.Add(new LastDayIsPast());
        }
        return found;
    }

    /// <summary>Closes it; before its last day is over only with a reason.</summary>
    public Refusal? Close(DateTimeOffset at, string? because)
    {
        if (Status != SurveyStatus.Open)
        {
            return Status == SurveyStatus.Closed ? new SurveyAlreadyClosed() : new SurveyNotOpen();
        }
        var early = at.DayInLondon() <= ClosesOn;
        if (early && string.IsNullOrWhiteSpace(because))
        {
            return new StillTakingAnswers(ClosesOn);
        }
        if (because?.Length > 500)
        {
            return new ReasonTooLong();
        }
        Status = SurveyStatus.Closed;
        ClosedAt = at;
        StoppedBecause = early ? because!.Trim() : null;
        Touch();
        return null;
    }

    /// <summary>The change that two officers at once cannot both make.</summary>
    public void Touch() => Version++;
}

internal static class SpokenDays
{
    /// <summary>Friday 18 December.</summary>
    public static string Spoken(this DateOnly day) => day.ToString("dddd d MMMM", Culture.English);

    /// <summary>18 December 2026.</summary>
    public static string Written(this DateOnly day) => day.ToString("d MMMM yyyy", Culture.English);

    /// <summary>18 December.</summary>
    public static string Short(this DateOnly day) => day.ToString("d MMMM", Culture.English);
}
