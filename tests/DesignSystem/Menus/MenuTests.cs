// A person sees the entries meant for them, in order, and where they are.
using System.Security.Claims;
using Hearth.DesignSystem.Menus;
using Hearth.DesignSystem.Public;

namespace Hearth.DesignSystem.Tests.Menus;

public sealed class MenuTests
{
    private static readonly ClaimsPrincipal Officer = new(new ClaimsIdentity([new(ClaimTypes.Role, "officer")], "test"));

    private readonly Menu menu = new([
        new("Surveys", "/surveys", 20, MenuAudience.Officer, Section: "surveys"),
        new("Home", "/officer", 10, MenuAudience.Officer),
        new("Staff", "/staff", 90, MenuAudience.Officer, person => person.IsInRole("administrator")),
        new("Asking now", "/", 10, MenuAudience.Public),
        new("What changed", "/what-changed", 20, MenuAudience.Public),
    ]);

    [Fact]
    public void Entries_stand_in_their_order_and_for_their_audience() =>
        Assert.Equal(["Home", "Surveys"], menu.For(Officer, "/officer", null, MenuAudience.Officer).Select(l => l.Text));

    [Fact]
    public void An_entry_for_a_role_is_shown_to_that_role()
    {
        var administrator = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Role, "administrator")], "test"));
        Assert.Contains("Staff", menu.For(administrator, "/", null, MenuAudience.Officer).Select(l => l.Text));
    }

    [Theory]
    [InlineData("/surveys/0198/results", null, "Surveys")]
    [InlineData("/insight", "surveys", "Surveys")]
    [InlineData("/officer", null, "Home")]
    [InlineData("/surveysfoo", null, null)]
    public void One_entry_is_current(string path, string? section, string? expected) =>
        Assert.Equal(expected, menu.For(Officer, path, section, MenuAudience.Officer).SingleOrDefault(l => l.Current)?.Text);

    [Fact]
    public void The_first_page_is_current_only_on_itself() =>
        Assert.Equal("What changed", menu.For(Officer, "/what-changed/2026", null, MenuAudience.Public).Single(l => l.Current).Text);
}
