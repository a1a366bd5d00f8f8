// Every table of every module has a time after which its rows go, or a reason why they stay: held by the database's own model.
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.House.Tests.Data;

public sealed class KeptForTests
{
    private const string Counts = "counts and rules in which nobody can be found";
    private const string Places = "a place, which the housing system owns";
    private const string Written = "what the landlord wrote, asked or decided; it names staff at most";

    /// <summary>Tables that no retention kind covers, each with why its rows stay, or what else takes them away.</summary>
    private static readonly Dictionary<string, string> Stay = new(StringComparer.Ordinal)
    {
        ["AuditLine"] = "the record of who changed what; tenants stand in it by a number that leads to nobody once they are forgotten",
        ["StoredKey"] = "keys of the installation",
        ["StoredSetting"] = "settings of the installation",
        ["JobLease"] = "when each job last ran",
        ["PrintRun"] = "how many letters were printed when, by which colleague",
        ["LoopThing"] = Written,
        ["LoopLink"] = Written,
        ["Ward"] = Places,
        ["Neighbourhood"] = Places,
        ["Patch"] = Places,
        ["Home"] = Places,
        ["Household"] = "ties people to a home; it names nobody once they are forgotten",
        ["Tenancy"] = "from when to when a home was let, by its reference; the housing system owns it",
        ["StaffAccount"] = "a colleague's account, ended by an administrator",
        ["SignInAttempt"] = "a job clears it after a day",
        ["SignInCode"] = "a job clears it a day after it ran out",
        ["EqualityKey"] = "destroyed by its own clock",
        ["ImportRun"] = "the numbers of an import's report",
        ["ImportMapping"] = "which column means what",
        ["WayToTakePart"] = Written,
        ["LetGo"] = Counts,
        ["Survey"] = Written,
        ["Question"] = Written,
        // of a survey's questions, and of a year's figures: those hold answers without a name, groups that ten homes share at least, so that a published figure can be made again
        ["Edition"] = Written,
        ["Translation"] = Written,
        ["QuestionVoice"] = Written,
        ["QuestionPicture"] = Written,
        ["Ladder"] = Written,
        ["RestOverruled"] = Written,
        ["RestingHome"] = "a home leaves it when it is asked, and all do when their survey closes",
        ["Sample"] = Written,
        ["ReleasedReserve"] = Written,
        ["Quota"] = Counts,
        ["FrameHome"] =
            "which homes could be drawn, by the tenancy's reference, so that a published figure can be checked; it names nobody, and the housing system owns the reference",
        ["RaisingAnswer"] = Written,
        ["Proposal"] = Written,
        ["ProgrammeYear"] = Written,
        ["Cycle"] = Written,
        ["Agreement"] = Written,
        ["TopicIdea"] = Written,
        ["Wave"] = Written,
        ["Theme"] = Written,
        ["FrameVersion"] = Written,
        ["Coding"] = "which themes an answer was counted under; its words go with the answer",
        ["SecondLook"] = "which answers two colleagues sorted; their words go with the answer",
        ["WrongCode"] = "a job clears it after an hour",
        ["DoorList"] = "a job throws its key and its homes away four weeks after it ran out",
        ["UploadedResponses"] = "a job clears it after a day",
        ["Reply"] = Written,
        ["ReplyActivity"] = Written,
        ["Correction"] = Written,
        ["ReplyTranslation"] = Written,
        ["ManagementFigure"] = Counts,
        ["EarlierFigure"] = Counts,
        ["SurveyStatement"] = Written,
        ["ApproachWords"] = Written,
        ["Publication"] = "what was published, as readers saw it: counts, and what the landlord wrote",
    };

    [Fact]
    public async Task Every_table_has_a_time_or_a_reason()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.InScopeAsync(scope =>
        {
            var kinds = scope.GetServices<IKeptFor>().ToList();
            var covered = kinds.SelectMany(kind => kind.Covers).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
            var tables = scope
                .GetRequiredService<HearthDb>()
                .Model.GetEntityTypes()
                .Where(type => type.GetTableName() is not null && !type.IsOwned())
                .Select(type => type.ClrType.Name)
                .ToList();

            Assert.True(tables.Count > 50, "looked at too little");
            Assert.All(kinds, kind => Assert.NotEmpty(kind.Covers));
            Assert.Empty(WithoutEither(tables, covered));
            // a reason for a table that is gone, or that has a time after all, is a reason nobody needs
            Assert.DoesNotContain(Stay.Keys, name => !tables.Contains(name) || covered.Contains(name));
            Assert.Empty(covered.Except(tables));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public void A_table_with_neither_is_found() =>
        Assert.Equal(["Diary"], WithoutEither(["Ward", "Look", "Diary"], new HashSet<string>(["Look"])));

    private static IEnumerable<string> WithoutEither(IEnumerable<string> tables, IReadOnlySet<string> covered) =>
        tables.Where(name => !covered.Contains(name) && !Stay.ContainsKey(name));
}
