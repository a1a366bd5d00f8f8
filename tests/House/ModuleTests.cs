// Rules about the modules as they are put together: what is public, who may open a page, who is answerable for a person's data.
using System.Reflection;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.House.Tests;

public sealed class ModuleTests
{
    private static readonly string[] Modules = ["Storage", "DesignSystem", "Messaging", "Loop", "People", "Surveys", "Feedback", "Insight"];

    [Fact]
    public void What_is_public_lies_in_Public_or_is_the_face()
    {
        var types = Modules.SelectMany(module => Assembly.Load($"Hearth.{module}").GetExportedTypes()).ToList();

        Assert.True(types.Count > 30, "looked at too little");
        Assert.Empty(PublicElsewhere(types));
    }

    [Fact]
    public void A_public_type_elsewhere_is_found() => Assert.Single(PublicElsewhere([typeof(ModuleTests)]));

    [Fact]
    public async Task Every_page_is_mapped_under_a_route_of_its_own_and_says_who_may_open_it()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var pages = hearth
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null)
            .ToList();
        var files = Repository.Files(["src"], ".cshtml").Where(file => file.Text.Contains("@page", StringComparison.Ordinal)).ToList();
        var mapped = pages.Select(page => page.Metadata.GetMetadata<CompiledPageActionDescriptor>()!.RelativePath).Distinct().ToList();

        Assert.True(files.Count > 10, "looked at too little");
        var lost = files
            .Select(file => file.Path)
            .Where(path => !mapped.Any(m => path.EndsWith(m.TrimStart('/'), StringComparison.Ordinal)))
            .ToList();
        Assert.Empty(lost);
        Assert.Empty(WithoutAccessRule(pages.Select(page => page.Metadata.GetMetadata<CompiledPageActionDescriptor>()!.HandlerTypeInfo)));
        var noRoute = files
            .Where(file => !System.Text.RegularExpressions.Regex.IsMatch(file.Text, "@page \"/"))
            .Select(file => file.Path)
            .ToList();
        Assert.Empty(noRoute);
    }

    [Fact]
    public void A_page_without_an_access_rule_is_found() => Assert.Single(WithoutAccessRule([typeof(OpenToAll).GetTypeInfo()]));

    [Fact]
    public async Task Whatever_names_a_person_can_be_shown_to_them_and_forgotten()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.InScopeAsync(services =>
        {
            var named = services
                .GetRequiredService<HearthDb>()
                .Model.GetEntityTypes()
                .Where(type => type.GetProperties().Any(property => property.Name.EndsWith("PersonId", StringComparison.Ordinal)))
                .Select(type => type.ClrType)
                .ToList();
            var covered = services.GetServices<IPersonalData>().SelectMany(data => data.Covers).ToHashSet();

            Assert.True(named.Count > 5, "looked at too little");
            Assert.Empty(NotCovered(named, covered));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public void An_entity_that_nobody_answers_for_is_found() => Assert.Single(NotCovered([typeof(OpenToAll)], new HashSet<Type>()));

    private static List<string> PublicElsewhere(IEnumerable<Type> types) =>
        [
            .. types
                .Where(type => !(type.Namespace ?? "").Split('.').Contains("Public"))
                .Where(type => !IsFace(type) && !type.IsNested)
                .Select(type => type.FullName!),
        ];

    /// <summary>The face of a module: a static class at its root.</summary>
    private static bool IsFace(Type type) =>
        type is { IsAbstract: true, IsSealed: true }
        && type.Namespace == type.Assembly.GetName().Name
        && type.Namespace != typeof(ModuleTests).Namespace;

    private static List<string> WithoutAccessRule(IEnumerable<TypeInfo> pages) =>
        [
            .. pages
                .Where(page => !page.GetCustomAttributes().Any(a => a is IAuthorizeData or IAllowAnonymous))
                .Select(page => page.FullName!)
                .Distinct(),
        ];

    private static List<string> NotCovered(IEnumerable<Type> entities, IReadOnlySet<Type> covered) =>
        [.. entities.Where(entity => !covered.Contains(entity)).Select(entity => entity.FullName!)];

    private sealed class OpenToAll : PageModel;
}
