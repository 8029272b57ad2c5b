# The workflow of test/bench/scripts/typical.mas, built from plain classes: agents with a prompt each, a graph of steps, a loop.
# Nothing is checked but that every step exists; no model is called.


class Agent:
    def __init__(self, name, inputs, output, role=None, prompt=None, tools=(), temperature=None, max_tokens=None):
        self.name = name
        self.inputs = inputs
        self.output = output
        self.role = role
        self.prompt = prompt
        self.tools = list(tools)
        self.temperature = temperature
        self.max_tokens = max_tokens


class Step:
    def __init__(self, name, run, after=(), each=None):
        self.name = name
        self.run = run
        self.after = list(after)
        self.each = each


class Loop:
    def __init__(self, name, steps, max_rounds, stop_when, after=()):
        self.name = name
        self.steps = steps
        self.max_rounds = max_rounds
        self.stop_when = stop_when
        self.after = list(after)


class Workflow:
    def __init__(self, name, inputs, output, max_calls):
        self.name = name
        self.inputs = inputs
        self.output = output
        self.max_calls = max_calls
        self.steps = {}

    def add(self, step):
        for before in step.after:
            if before not in self.steps and before not in self.inputs:
                raise ValueError(f"{step.name} comes after {before}, which does not exist")
        self.steps[step.name] = step
        return self


planner = Agent(
    "Planner", {"task": str}, list, role="Split the task into at most six sections.", max_tokens=512,
)
writer = Agent(
    "Writer",
    {"task": str, "section": str, "feedback": str},
    str,
    prompt=lambda task, section, feedback=None: "\n".join(
        [f"Task: {task}", f"Section: {section}"] + ([f"Take this into account: {feedback}"] if feedback else [])
    ),
    tools=["python"],
    temperature=0.7,
)
reviewer = Agent(
    "Reviewer", {"task": str, "report": str}, dict, role="Judge the report against the task.",
)

workflow = (
    Workflow("main", {"task": str}, str, max_calls=120)
    .add(Step("sections", planner, after=["task"]))
    .add(Step("parts", writer, after=["sections"], each="sections"))
    .add(Step("report", "\n\n".join, after=["parts"]))
    .add(
        Loop(
            "reviews",
            [
                Step("review", reviewer, after=["report"]),
                Step("better", writer, after=["review"], each="sections"),
                Step("report", "\n\n".join, after=["better"]),
            ],
            max_rounds=3,
            stop_when=lambda values: values["review"]["verdict"] == "accept",
            after=["report"],
        )
    )
)
assert len(workflow.steps) == 4
