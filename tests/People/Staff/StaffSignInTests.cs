// The staff's door: password, phone, and everything that must not open it.
using System.Data.Common;
using System.Net;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Staff.Tests;

public sealed class StaffSignInTests
{
    [Theory, BothDatabases]
    public async Task An_invited_colleague_chooses_a_password_sets_up_a_phone_and_is_in(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        var (colleague, browser, codes) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);

        Assert.Equal("Keep these recovery codes", codes.Heading);
        Assert.Equal(10, codes.All(".hearth-secret li").Select(Page.Words).Distinct().Count());
        Assert.Equal("Staff", (await browser.OpenAsync("/staff")).Heading);
        var (again, list) = await colleague.SignInAsync("/staff");
        Assert.Equal("/staff", list.Path);
        Assert.Contains("Maya Desai", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hearth-staff-step", again.Cookies.Keys);
    }

    [Theory, BothDatabases]
    public async Task A_wrong_password_and_an_unknown_address_read_the_same(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (colleague, _, _) = await Colleague.ArriveAsync(hearth);

        var wrong = await colleague.EnterPasswordAsync(hearth.Anyone(), "four green kettles");
        var stranger = await new Colleague(hearth, "nobody@ousebridge.example", []).EnterPasswordAsync(
            hearth.Anyone(),
            "four green kettles"
        );

        Assert.Equal("The e-mail address or the password is not right. Check both and try again", Assert.Single(wrong.Errors));
        Assert.Equal(wrong.Errors, stranger.Errors);
        Assert.Equal(wrong.Text, stranger.Text);
        Assert.Equal(wrong.Response.Headers.Select(h => h.Key).Order(), stranger.Response.Headers.Select(h => h.Key).Order());
    }

    [Theory, BothDatabases]
    public async Task The_password_alone_opens_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (colleague, _, _) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);
        var browser = hearth.Anyone();

        var step = await colleague.EnterPasswordAsync(browser, Colleague.Password);
        var staff = await browser.OpenAsync("/staff");

        Assert.Equal("/staff/second-step", step.Path);
        Assert.StartsWith("/staff/sign-in", staff.Path, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_sixth_wrong_password_locks_the_door_for_a_quarter_of_an_hour_for_known_and_unknown_alike(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (colleague, _, _) = await Colleague.ArriveAsync(hearth);
        var stranger = new Colleague(hearth, "nobody@ousebridge.example", []);
        for (var i = 0; i < 5; i++)
        {
            await colleague.EnterPasswordAsync(hearth.Anyone(), "wrong");
            await stranger.EnterPasswordAsync(hearth.Anyone(), "wrong");
        }

        var right = await colleague.EnterPasswordAsync(hearth.Anyone(), Colleague.Password);
        var unknown = await stranger.EnterPasswordAsync(hearth.Anyone(), Colleague.Password);
        hearth.Clock.Forward(TimeSpan.FromMinutes(16));
        var later = await colleague.EnterPasswordAsync(hearth.Anyone(), Colleague.Password);

        Assert.Equal("You have tried too many times. Wait 15 minutes and try again", Assert.Single(right.Errors));
        Assert.Equal(right.Text, unknown.Text);
        Assert.Equal("/staff/second-step", later.Path);
        Assert.Equal(
            1,
            await hearth.InScopeAsync(s =>
                s.GetRequiredService<HearthDb>().Set<AuditLine>().CountAsync(l => l.Action == "RefuseTooManyTries")
            )
        );
    }

    [Theory, BothDatabases]
    public async Task Guessing_from_one_network_at_many_addresses_is_stopped(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (colleague, _, _) = await Colleague.ArriveAsync(hearth);
        await hearth.InScopeAsync(async scope =>
        {
            var attempts = scope.GetRequiredService<SignIn.Attempts>();
            for (var i = 0; i < 60; i++)
            {
                await attempts.TryAsync("staff-password-network", "unknown", 60, default);
            }
        });

        var page = await colleague.EnterPasswordAsync(hearth.Anyone(), Colleague.Password);

        Assert.Equal("You have tried too many times. Wait 15 minutes and try again", Assert.Single(page.Errors));
    }

    [Theory, BothDatabases]
    public async Task Colleagues_who_sign_in_rightly_do_not_use_up_the_networks_tries_and_guesses_still_count(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (colleague, _, _) = await Colleague.ArriveAsync(hearth);
        Task<bool> GuessAsync() =>
            hearth.InScopeAsync(scope =>
                scope.GetRequiredService<SignIn.Attempts>().TryAsync("staff-password-network", "unknown", 60, default)
            );
        for (var i = 0; i < 59; i++)
        {
            await GuessAsync();
        }

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("/staff/second-step", (await colleague.EnterPasswordAsync(hearth.Anyone(), Colleague.Password)).Path);
        }

        Assert.True(await GuessAsync());
        Assert.False(await GuessAsync());
    }

    [Theory, BothDatabases]
    public async Task A_locked_door_does_the_same_work_for_an_unknown_address(DatabaseKind kind)
    {
        var counted = new CountsCommands();
        await using var hearth = await HearthApp.StartAsync(
            kind,
            services: services => services.ConfigureDbContext<HearthDb>(options => options.AddInterceptors(counted))
        );
        var (colleague, _, _) = await Colleague.ArriveAsync(hearth);
        var stranger = new Colleague(hearth, "nobody@ousebridge.example", []);

        async Task<List<int>> LockAsync(Colleague who)
        {
            for (var i = 0; i < 5; i++)
            {
                await who.EnterPasswordAsync(hearth.Anyone(), "wrong");
            }
            var commands = new List<int>();
            for (var i = 0; i < 2; i++)
            {
                var (browser, before) = (hearth.Anyone(), 0);
                var form = await browser.OpenAsync("/staff/sign-in");
                before = counted.Count;
                await browser.SubmitAsync(form, new { who.Email, Password = "wrong" });
                commands.Add(counted.Count - before);
            }
            return commands;
        }

        // once to warm up what is made only once
        await LockAsync(new Colleague(hearth, "somebody@ousebridge.example", []));
        var unknown = await LockAsync(stranger);
        var known = await LockAsync(colleague);

        Assert.True(known[0] > 0, "no command was counted");
        Assert.Equal(known, unknown);
    }

    [Theory, BothDatabases]
    public async Task A_code_from_the_phone_works_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (colleague, _, _) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);
        hearth.Clock.Forward(TimeSpan.FromSeconds(60));
        var code = colleague.Code;
        var first = hearth.Anyone();
        var second = hearth.Anyone();
        var atFirst = await colleague.EnterPasswordAsync(first, Colleague.Password, "/staff");
        var atSecond = await colleague.EnterPasswordAsync(second, Colleague.Password, "/staff");

        var used = await first.SubmitAsync(atFirst, new { Code = code });
        var replayed = await second.SubmitAsync(atSecond, new { Code = code });
        var older = await second.SubmitAsync(
            replayed,
            new { Code = Totp.CodeOf(colleague.Phone, Totp.StepAt(hearth.Clock.GetUtcNow()) - 1) }
        );

        Assert.Equal("/staff", used.Path);
        Assert.StartsWith("The code is not right, or it has been used", Assert.Single(replayed.Errors), StringComparison.Ordinal);
        Assert.StartsWith("The code is not right, or it has been used", Assert.Single(older.Errors), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Five_wrong_codes_and_the_right_one_no_longer_helps(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (colleague, _, _) = await Colleague.ArriveAsync(hearth);
        hearth.Clock.Forward(TimeSpan.FromMinutes(20));
        var browser = hearth.Anyone();
        var page = await colleague.EnterPasswordAsync(browser, Colleague.Password);
        var wrong = ((int.Parse(colleague.Code, System.Globalization.CultureInfo.InvariantCulture) + 1) % 1_000_000).ToString(
            "D6",
            System.Globalization.CultureInfo.InvariantCulture
        );
        for (var i = 0; i < 5; i++)
        {
            page = await browser.SubmitAsync(page, new { Code = wrong });
        }

        var right = await browser.SubmitAsync(page, new { colleague.Code });

        Assert.Equal("You have tried too many times. Wait 15 minutes and try again", Assert.Single(right.Errors));
    }

    [Theory, BothDatabases]
    public async Task A_recovery_code_lets_in_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (colleague, _, codes) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);
        var recovery = Page.Words(codes.All(".hearth-secret li")[3]);
        var first = hearth.Anyone();
        var second = hearth.Anyone();

        var used = await first.SubmitAsync(
            await colleague.EnterPasswordAsync(first, Colleague.Password, "/staff"),
            new { Code = recovery.ToLowerInvariant() }
        );
        var again = await second.SubmitAsync(
            await colleague.EnterPasswordAsync(second, Colleague.Password, "/staff"),
            new { Code = recovery }
        );

        Assert.Equal("/staff", used.Path);
        Assert.Single(again.Errors);
        var stored = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<StaffAccount>().SingleAsync());
        Assert.DoesNotContain(recovery, stored.RecoveryHashes, StringComparison.Ordinal);
        Assert.Equal(9, stored.RecoveryHashes.Split(' ').Length);
    }

    [Theory, BothDatabases]
    public async Task The_half_way_cookie_is_good_for_ten_minutes(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (colleague, _, _) = await Colleague.ArriveAsync(hearth);
        var browser = hearth.Anyone();
        var page = await colleague.EnterPasswordAsync(browser, Colleague.Password);

        hearth.Clock.Forward(TimeSpan.FromMinutes(11));
        var late = await browser.SubmitAsync(page, new { colleague.Code });

        Assert.Equal("/staff/sign-in", late.Path);
    }

    [Theory, BothDatabases]
    public async Task A_tampered_cookie_opens_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (_, browser, _) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);
        var value = browser.Cookies["hearth-staff"];
        var middle = value.Length / 2;

        browser.SetCookie(("hearth-staff", value[..middle] + (value[middle] == 'A' ? 'B' : 'A') + value[(middle + 1)..]));
        var page = await browser.OpenAsync("/staff");

        Assert.StartsWith("/staff/sign-in", page.Path, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Signing_in_never_leads_to_another_site(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (colleague, _, _) = await Colleague.ArriveAsync(hearth);

        foreach (var elsewhere in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)" })
        {
            var (_, page) = await colleague.SignInAsync(elsewhere);
            Assert.Equal("/officer", page.Path);
        }
    }

    [Theory, BothDatabases]
    public async Task Signing_out_ends_the_session_and_needs_the_forms_own_token(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (_, browser, _) = await Colleague.ArriveAsync(hearth, roles: Role.Administrator);

        var forged = await browser.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent([]) }
        );
        Assert.Equal("Sign out?", forged.Heading);
        Assert.Equal("Staff", (await browser.OpenAsync("/staff")).Heading);

        var page = await browser.OpenAsync("/staff");
        var out_ = await browser.SubmitAsync(page, button: "Sign out", form: ".hearth-top__out");

        Assert.Equal("You are signed out", out_.Heading);
        Assert.StartsWith("/staff/sign-in", (await browser.OpenAsync("/staff")).Path, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_secret_and_the_password_do_not_lie_open_in_the_database(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (colleague, _, _) = await Colleague.ArriveAsync(hearth);

        var stored = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<StaffAccount>().SingleAsync());

        Assert.DoesNotContain(Colleague.Password, stored.PasswordHash, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(colleague.Phone), stored.SealedKey, StringComparison.Ordinal);
        Assert.True(stored.SealedKey!.Length > 100, "the key is not sealed");
        Assert.Equal(HttpStatusCode.OK, (await hearth.Anyone().OpenAsync("/staff/sign-in")).Status);
    }

    /// <summary>Counts what is asked of the database; rows that are saved together count as one.</summary>
    private sealed class CountsCommands : DbCommandInterceptor
    {
        private int count;

        public int Count => count;

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            DbDataReader result,
            CancellationToken cancellationToken = default
        )
        {
            // PostgreSQL takes all rows of a save in one command; on SQLite the audit line is one of its own, within the one commit.
            // What the worker does beside the requests is not the door's.
            if (
                new HttpContextAccessor().HttpContext is not null
                && (
                    !command.CommandText.StartsWith("INSERT INTO \"storage_audit\"", StringComparison.Ordinal)
                    || command.CommandText.Contains("people_", StringComparison.Ordinal)
                )
            )
            {
                Interlocked.Increment(ref count);
            }
            return ValueTask.FromResult(result);
        }
    }
}
