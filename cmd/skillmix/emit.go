package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// Schedulers for which a job file can be printed.
const (
	emitSlurm      = "slurm"
	emitKubernetes = "k8s"
)

// emit prints a job file that makes all shards. Nothing is submitted.
func (p *program) emit(plan *plan) error {
	words := p.withoutFlags("emit", "shards")
	if !plan.outGiven {
		words = withFlags(words, "--out", plan.out)
	}
	file := slurmFile
	if plan.emit.value == emitKubernetes {
		file = kubernetesFile
	}
	_, err := fmt.Fprint(p.stdout, file(words, plan.out, int(plan.shards.value)))
	return err
}

// endOfFlags is the word after which words are no flags.
const endOfFlags = "--"

// withFlags returns a command's words with some more flags.
func withFlags(words []string, flags ...string) []string {
	end := slices.Index(words, endOfFlags)
	if end < 0 {
		end = len(words)
	}
	return slices.Insert(slices.Clone(words), end, flags...)
}

// withoutFlags returns the words of the command without some flags and their values.
func (p *program) withoutFlags(names ...string) (words []string) {
	for i := 0; i < len(p.args); i++ {
		if p.args[i] == endOfFlags {
			return append(words, p.args[i:]...)
		}
		dropped := false
		for _, name := range names {
			if p.args[i] == "--"+name {
				i++
				dropped = true
			} else if strings.HasPrefix(p.args[i], "--"+name+"=") {
				dropped = true
			}
			if dropped {
				break
			}
		}
		if !dropped {
			words = append(words, p.args[i])
		}
	}
	return words
}

// slurmFile is a batch script for an array job.
func slurmFile(words []string, out string, shards int) string {
	return fmt.Sprintf(`#!/bin/bash
# %d shards of one result, as an array of jobs. Submit it with: sbatch FILE
# A task that ends early goes on from where it was when it runs again.
# Add --time, --mem and --partition as your cluster wants them.
#SBATCH --job-name=skillmix
#SBATCH --array=0-%d
#SBATCH --cpus-per-task=1
#SBATCH --requeue
#SBATCH --open-mode=append

exec %s

# When all tasks have ended:
#   skillmix status %s
#   skillmix merge %s
`, shards, shards-1, shardLine(withFlags(words, "--quiet"), fmt.Sprintf(`"$SLURM_ARRAY_TASK_ID/%d"`, shards)), quotedWord(out), quotedWord(shardsFolder(out)))
}

// shardLine writes the command of a shard whose number the shell puts in.
func shardLine(words []string, shard string) string {
	return strings.Join(withFlags(quotedWords(append([]string{"skillmix"}, words...)), "--shard", shard), " ")
}

// kubernetesFile is an Indexed Job. Kubernetes would put the value of a variable for
// $(NAME).
func kubernetesFile(words []string, out string, shards int) string {
	var args strings.Builder
	for _, word := range withFlags(words, "--quiet") {
		fmt.Fprintf(&args, "            - %q\n", strings.ReplaceAll(word, "$(", "$$("))
	}
	return fmt.Sprintf(`# %d shards of one result, as an Indexed Job. Submit it with: kubectl apply -f FILE
# Replace IMAGE by an image that holds skillmix and your scenario files, and
# VOLUME-CLAIM by a claim of a volume that all pods can write to.
apiVersion: batch/v1
kind: Job
metadata:
  name: skillmix
spec:
  completionMode: Indexed
  completions: %d
  parallelism: %d
  backoffLimitPerIndex: 5
  podFailurePolicy:
    rules:
      # Wrong use and bad scenarios fail again however often they are tried.
      - action: FailJob
        onExitCodes: {containerName: skillmix, operator: In, values: [2, 3]}
      - action: Ignore
        onPodConditions: [{type: DisruptionTarget}]
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: skillmix
          image: IMAGE
          workingDir: /work
          command: [skillmix]
          args:
%s          env:
            # The index comes from JOB_COMPLETION_INDEX, which Kubernetes sets.
            - {name: SKILLMIX_SHARDS, value: "%d"}
          resources:
            requests: {cpu: "1", memory: 256Mi}
            limits: {cpu: "1"}
          volumeMounts:
            - {name: work, mountPath: /work}
      volumes:
        - name: work
          persistentVolumeClaim: {claimName: VOLUME-CLAIM}

# When all pods have ended, in the same folder:
#   skillmix status %s
#   skillmix merge %s
`, shards, shards, min(shards, 20), args.String(), shards, quotedWord(filepath.ToSlash(out)), quotedWord(filepath.ToSlash(shardsFolder(out))))
}
