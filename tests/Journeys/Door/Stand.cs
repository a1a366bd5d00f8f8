// An officer at the doors with a phone that has a list on it, and what they do there.
using System.Globalization;
using Hearth.Journeys.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Playwright;

namespace Hearth.Journeys.Tests.Door;

/// <summary>An officer with a phone, a list on it, and the landlord's Hearth somewhere behind.</summary>
internal sealed class Stand(HearthApp hearth, InTheField survey, Visitor officer) : IAsyncDisposable
{
    public const string Pin = "271828";

    public HearthApp Hearth => hearth;
    public InTheField Field => survey;
    public Visitor Officer => officer;

    /// <summary>The officer takes a list.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="homes">How many homes there are.</param>
    /// <param name="take">False stops before the list is put on the device.</param>
    /// <param name="grids">True asks a grid and a ranking too.</param>
    /// <param name="visit">How many of them go on the list; all, where null, none, where nought.</param>
    /// <param name="home">A home, by its place; an ordinary one, where null.</param>
    /// <param name="ahead">How far the device's clock is ahead of Hearth's.</param>
    public static async Task<Stand> AtTheDoorsAsync(
        Chromium chromium,
        int homes,
        bool take = true,
        bool grids = false,
        int? visit = null,
        Func<int, NewTenant>? home = null,
        TimeSpan ahead = default
    )
    {
        var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite, listen: true);
        var officer = await (await chromium.VisitorAsync(hearth, width: Chromium.Phone)).AsAsync(hearth.Staff(name: "Ada Bell"), hearth);
        // the browser has a clock of its own, and the list runs out by it
        var browsers = DateTimeOffset.FromUnixTimeMilliseconds((long)await officer.Page.EvaluateAsync<double>("Date.now()"));
        hearth.Clock.Forward(browsers - hearth.Clock.GetUtcNow() - ahead);
        var field = await hearth.TakeToTheFieldAsync(
            await hearth.MoveInAsync(Enumerable.Range(0, homes).Select(home ?? (_ => new NewTenant()))),
            grids
        );
        var stand = new Stand(hearth, field, officer);
        if (visit != 0)
        {
            await stand.TakesAsync(visit ?? homes, take);
        }
        return stand;
    }

    /// <summary>Takes a list of so many homes, and puts it on the device.</summary>
    public async Task TakesAsync(int homes, bool take = true)
    {
        await officer.OpenAsync($"/surveys/{survey.Survey}/door");
        await officer.PassesAsync();
        await officer.FillsAsync("How many homes, at most", homes.ToString(CultureInfo.InvariantCulture));
        await officer.ChoosesAsync("Three days");
        await officer.PressesAsync("Take this list");
        await officer.IsAtAsync("Put the list on this device");
        if (take)
        {
            await officer.PassesAsync();
            await officer.FillsAsync("A number of 6 figures or more", Pin);
            await officer.FillsAsync("The same number again", Pin);
            await officer.PressesAsync("Put the list on this device");
            await officer.ReadsAsync("tries left before the list is wiped");
            await officer.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
            await UnlocksAsync(Pin);
        }
    }

    public async Task UnlocksAsync(string pin, bool opens = true)
    {
        await officer.Page.GetByLabel("Your number").FillAsync(pin);
        await PressesAsync("Unlock");
        if (opens)
        {
            await officer.IsAtAsync("How warm is your home?");
        }
    }

    public Task PressesAsync(string button) => officer.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task OpensAsync(string address) => officer.Page.GetByRole(AriaRole.Button, new() { Name = address }).ClickAsync();

    public async Task ContinuesAsync(string answer)
    {
        await officer.ChoosesAsync(answer);
        await PressesAsync("Continue");
    }

    /// <summary>No heater, and nothing else to say.</summary>
    public async Task AnswersNoAsync(string address)
    {
        await OpensAsync(address);
        await PressesAsync("Start the questions");
        await ContinuesAsync("No");
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await PressesAsync("Skip this question");
        }
        await PressesAsync("Finish");
        await officer.ReadsAsync($"{address} is done");
    }

    /// <summary>Everything the browser's database holds that is words.</summary>
    public Task<string> StoredAsync() => officer.Page.EvaluateAsync<string>(Read + "JSON.stringify(all) }");

    /// <summary>How many lists, homes and sealed things it holds.</summary>
    public Task<string> CountsAsync() => officer.Page.EvaluateAsync<string>(Read + "all.map(rows => rows.length).join(' ') }");

    private const string Read =
        """
            async () => {
              const db = await new Promise((yes) => { const r = indexedDB.open('hearth-door', 1); r.onsuccess = () => yes(r.result); });
              const all = await Promise.all(['list', 'homes', 'outbox'].map((name) => new Promise((yes) => { const r = db.transaction(name).objectStore(name).getAll(); r.onsuccess = () => yes(r.result); })));
              return
            """ + " ";

    public async ValueTask DisposeAsync()
    {
        await officer.DisposeAsync();
        await hearth.DisposeAsync();
    }
}
