// Insight: whether those heard stand for all: who is short, by how many, whom to invite next.
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight;

public static class InsightModule
{
    public static IServiceCollection AddInsight(this IServiceCollection services) => services;
}
