// Feedback: you said, we did, or we can’t because; and every person who spoke is told.
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback;

public static class FeedbackModule
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) => services;
}
