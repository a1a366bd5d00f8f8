// An officer limited to patches sees no other person, home, comment or list; and whoever sees a person is on record. Every page for staff is opened, with every id there is.
using System.Text.RegularExpressions;
using Hearth.Feedback.Replies;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Looks;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.House.Tests.Sight;

public sealed partial class SightTests
{
    [Theory, BothDatabases]
    public Task An_engagement_officer_limited_to_a_patch_sees_nobody_else_on_any_page(DatabaseKind kind) =>
        SeesNobodyElseAsync(kind, Role.EngagementOfficer);

    [Theory]
    [InlineData(Role.HousingOfficer)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Councillor)]
    public Task Nor_does_anybody_else_who_is_limited(Role role) => SeesNobodyElseAsync(DatabaseKind.Sqlite, role);

    [Fact]
    public async Task Whoever_sees_a_person_on_any_page_is_on_record_with_the_page()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var world = await World.BuildAsync(hearth);
        var officer = hearth.Staff();

        var shown = new List<string>();
        foreach (var (route, path) in Paths(hearth, world))
        {
            var page = await officer.OpenAsync(path);
            if (
                page.Path == path
                && world.Hidden.Any(mark => page.Body.Contains(mark, StringComparison.Ordinal))
                && page.Body.Contains("Zzhidden", StringComparison.Ordinal)
            )
            {
                shown.Add(route);
            }
        }
        Assert.True(shown.Distinct().Count() > 12, "looked at too little: " + string.Join(", ", shown.Distinct()));

        var noted = await hearth.InScopeAsync(scope =>
            scope.GetRequiredService<HearthDb>().Set<Look>().Where(l => l.PersonId == world.Other).Select(l => l.Page).ToListAsync()
        );
        Assert.Empty(shown.Distinct().Except(noted).Except(WithoutLook));
    }

    [Fact]
    public async Task Every_table_that_leads_to_a_person_goes_through_the_limit_or_says_why_not()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.InScopeAsync(scope =>
        {
            var types = scope.GetRequiredService<HearthDb>().Model.GetEntityTypes().ToList();
            var named = types
                .Where(t =>
                    t.GetProperties()
                        .Any(p => p.Name is "PersonId" or "HouseholdId" or "ResponseId" or "InvitationId" or "CommentId" or "MessageId")
                )
                .ToList();

            Assert.True(named.Count > 12, "looked at too little");
            Assert.Empty(named.Where(Unlimited).Select(t => t.ClrType.Name));
            // a twin that must be found: a table that leads to nobody has no limit
            Assert.Contains(types, Unlimited);
            return Task.CompletedTask;
        });
    }

    [Theory, BothDatabases]
    public async Task A_limit_is_set_by_an_administrator_and_never_lifted_by_a_form_that_lost_its_ticks(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var world = await World.BuildAsync(hearth);
        var admin = hearth.Staff(Role.Administrator);
        var invited = await admin.SubmitAsync(
            await admin.OpenAsync("/staff/invite"),
            new
            {
                Name = "Joe Hartnell",
                Email = "joe@landlord.example",
                Roles = "EngagementOfficer",
            }
        );
        var account = (await admin.OpenAsync("/staff")).LinkTo("Change Joe Hartnell");
        Assert.Contains("Joe Hartnell is invited", invited.Text, StringComparison.Ordinal);

        var refused = await admin.SubmitAsync(await admin.OpenAsync(account), new { Sees = "some" }, "Save what they see");
        Assert.Equal(["Choose at least one patch or ward, or all homes"], refused.Errors);
        var saved = await admin.SubmitAsync(refused, new { Sees = "some", Patches = world.Patch.ToString() }, "Save what they see");

        Assert.Contains("They see only these homes", saved.Text, StringComparison.Ordinal);
        Assert.Equal([world.Patch.ToString()], saved.All("input[name=Patches][checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal(["Joe Hartnell: Patch 1"], await hearth.AuditAsync("ChangeSight"));
    }

    [Fact]
    public async Task Whoever_is_limited_changes_nothing_that_is_about_the_whole_landlord()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var world = await World.BuildAsync(hearth);
        var limited = hearth.Staff(patches: world.Patch);

        var survey = await limited.OpenAsync($"/surveys/{world.Survey}/close");
        var closed = await limited.SubmitAsync(survey, button: "Stop the survey");
        var import = await limited.OpenAsync("/people/import");
        var person = await limited.SubmitAsync(
            await limited.OpenAsync($"/people/{world.Own}/time"),
            new { Hours = "1", What = "Panel" },
            "Save"
        );

        Assert.StartsWith("/not-allowed", closed.Path, StringComparison.Ordinal);
        Assert.Contains("This page is about the whole landlord", closed.Text, StringComparison.Ordinal);
        Assert.StartsWith("/not-allowed", import.Path, StringComparison.Ordinal);
        Assert.Contains("1 hour", person.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await limited.OpenAsync($"/people/{world.Other}")).Status);
    }

    /// <summary>Pages that name nobody: the words themselves hold a name in this world, as words may.</summary>
    private static readonly string[] WithoutLook = ["/surveys/{id:guid}/comments"];

    private static bool Unlimited(IEntityType type) =>
        !type.GetDeclaredQueryFilters().Any(filter => filter.Key is null) && type.FindAnnotation(SightMapping.Annotation) is null;

    private static async Task SeesNobodyElseAsync(DatabaseKind kind, Role role)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var world = await World.BuildAsync(hearth);
        var (limited, all) = (hearth.Staff(role, patches: world.Patch), hearth.Staff(role));

        var (leaks, own, others) = (new List<string>(), 0, 0);
        foreach (var (_, path) in Paths(hearth, world))
        {
            var page = await limited.OpenAsync(path);
            leaks.AddRange(
                world.Hidden.Where(mark => page.Body.Contains(mark, StringComparison.Ordinal)).Select(mark => $"{path} shows {mark}")
            );
            own += page.Body.Contains("Seenby", StringComparison.Ordinal) ? 1 : 0;
            others += (await all.OpenAsync(path)).Body.Contains("Zzhidden", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.Empty(leaks);
        // what is within sight is seen, and without the limit the others would have been
        if (role == Role.EngagementOfficer)
        {
            Assert.True(own > 12 && others > 12, $"looked at too little: {own} pages of their own, {others} of others");
        }
    }

    private static IEnumerable<(string Route, string Path)> Paths(HearthApp hearth, World world)
    {
        var routes = hearth
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaffOnlyAttribute>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(routes.Count > 50, "looked at too few pages");
        foreach (var route in routes)
        {
            var filled = route.Replace("{list:regex(^(calls|visits)$)}", "calls", StringComparison.Ordinal);
            if (!filled.Contains('{', StringComparison.Ordinal))
            {
                yield return (route, filled);
                foreach (var query in world.Queries.GetValueOrDefault(filled, []))
                {
                    yield return (route, filled + query);
                }
                continue;
            }
            foreach (var id in world.Ids)
            {
                yield return (route, Parameter().Replace(filled, id.ToString()));
            }
        }
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Parameter();

    /// <summary>Two tenants in two patches; of each there is everything that a page could show.</summary>
    internal sealed record World(Guid Patch, Guid Own, Guid Other, Guid Survey, IReadOnlyList<Guid> Ids, IReadOnlyList<string> Hidden)
    {
        /// <summary>Words to ask lists for.</summary>
        public IReadOnlyDictionary<string, string[]> Queries { get; } =
            new Dictionary<string, string[]>
            {
                ["/people"] = ["?q=ZZHIDDEN", "?q=OB4 2QR", "?q=Kiln"],
                ["/people/taking-part"] = ["?Kind=spoke"],
                ["/messages"] = ["?Name=zz"],
            };

        public static async Task<World> BuildAsync(HearthApp hearth)
        {
            var moved = await hearth.MoveInAsync(
                new NewTenant
                {
                    GivenName = "Anna",
                    FamilyName = "Seenby",
                    Patch = "Patch 1",
                    Email = "anna@mail.example",
                    Phone = "+447700900111",
                    InvolvedAs = "Tenants’ panel",
                },
                new NewTenant
                {
                    GivenName = "Bogdan",
                    FamilyName = "Zzhidden",
                    Patch = "Patch 2",
                    Email = "zz@mail.example",
                    Phone = "+447700900999",
                    InvolvedAs = "Tenants’ panel",
                }
            );
            var survey = await hearth.AskAsync(
                new AskedSurvey
                {
                    Asked = [.. moved],
                    Answered = [.. moved],
                    YesOrNo = ["Is it warm?"],
                }
            );
            return await hearth.InScopeAsync(async scope =>
            {
                var (db, outbox, ledger) = (
                    scope.GetRequiredService<HearthDb>(),
                    scope.GetRequiredService<Outbox>(),
                    scope.GetRequiredService<LoopLedger>()
                );
                var question = await db.Set<Surveys.Questionnaires.Question>().FirstAsync();
                var ids = new List<Guid> { survey, question.Id };
                var reply = new Reply
                {
                    Number = 1,
                    Title = "Boilers",
                    Said = "It is cold",
                    Kind = ReplyKind.WeDid,
                    What = "We mended the boilers.",
                    Status = ReplyStatus.Published,
                    CreatedAt = hearth.Clock.GetUtcNow(),
                    PublishedAt = hearth.Clock.GetUtcNow(),
                    PlannedAt = hearth.Clock.GetUtcNow(),
                };
                db.Add(reply);
                ids.Add(reply.Id);
                await ledger.PlaceAsync("reply", reply.Id, "Boilers", $"/feedback/{reply.Id}", new DateOnly(2026, 11, 1));
                await ledger.CameFromAsync(reply.Id, survey);
                foreach (var tenant in moved)
                {
                    var name = $"{tenant.As.GivenName} {tenant.As.FamilyName}";
                    var response = await db.Set<Response>().FirstAsync(r => r.HouseholdId == tenant.HouseholdId);
                    db.Add(
                        new Comment
                        {
                            SurveyId = survey,
                            ResponseId = response.Id,
                            QuestionId = question.Id,
                            Text = $"The words of {tenant.As.FamilyName}",
                        }
                    );
                    ledger.PlanTelling(reply.Id, survey, tenant.PersonId, "Telephone");
                    foreach (
                        var (channel, address) in new[]
                        {
                            (Channel.Email, tenant.As.Email!),
                            (Channel.Telephone, tenant.As.Phone!),
                            (Channel.Letter, $"{tenant.As.FamilyName} House\nOB4 2QR"),
                        }
                    )
                    {
                        ids.Add(
                            outbox.Add(
                                new MessageToSend(
                                    $"{channel}:{tenant.PersonId}",
                                    "reply",
                                    reply.Id,
                                    new(tenant.PersonId, name, address),
                                    channel,
                                    "What came of it",
                                    $"Dear {name}"
                                )
                            )
                        );
                    }
                    ids.AddRange([
                        tenant.PersonId,
                        tenant.HouseholdId,
                        await db.Set<Household>().Where(h => h.Id == tenant.HouseholdId).Select(h => h.HomeId).FirstAsync(),
                    ]);
                }
                scope.GetRequiredService<AuditTrail>().Write("BuildWorld", "test");
                await db.SaveChangesAsync();
                var patch = await db.Set<Patch>().Where(p => p.Name == "Patch 1").Select(p => p.Id).FirstAsync();
                ids.Add(patch);
                var code = await db.Set<Invitation>().Where(i => i.PersonId == moved[1].PersonId).Select(i => i.Code).FirstAsync();
                return new World(
                    patch,
                    moved[0].PersonId,
                    moved[1].PersonId,
                    survey,
                    ids,
                    ["Zzhidden", "zz@mail.example", "07700 900999", "+447700900999", "2 Kiln Lane", moved[1].TenancyReference, code]
                );
            });
        }
    }
}
